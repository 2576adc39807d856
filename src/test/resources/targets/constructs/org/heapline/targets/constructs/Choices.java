package org.heapline.targets.constructs;

import org.heapline.targets.Commands;

/** Each form of switch there was before patterns. */
final class Choices {
    private static final String[] WORDS = {"one", "two", "three", "Aa", "BB", "other"};

    enum Size {
        SMALL,
        MEDIUM,
        LARGE
    }

    private Choices() {}

    static void work() {
        for (Size size : Size.values()) { // assertOccurrences(4) assertIncrement(refs(3)) assertSelf(0)
            byEnum(size);
            expression(size);
        }
        for (String word : WORDS) { // assertOccurrences(7) assertIncrement(0)
            byString(word);
        }
        for (int i = -1; i < 5; i++) {
            arrows(i);
            yields(i);
            nested(i, i & 1);
        }
        byCharacter('x');
        fallsThrough(2);
        withoutCases();
    }

    /** It goes one way only. */
    private static void withoutCases() {
        switch (((byte[]) (Commands.sink = new byte[4])).length) { // assertOccurrences(1) assertIncrement(bytes(4))
            default:
                Commands.sink = new byte[5]; // assertOccurrences(1) assertIncrement(bytes(5))
        }
    } // assertOccurrences(1)

    private static void byEnum(Size size) {
        switch (size) { // assertOccurrences(3) assertIncrement(0)
            case SMALL:
                Commands.sink = new byte[1]; // assertOccurrences(1) assertIncrement(bytes(1))
                break;
            case LARGE:
                Commands.sink = new byte[100]; // assertOccurrences(1) assertIncrement(bytes(100))
                break;
            default:
                Commands.sink = new byte[10]; // assertOccurrences(1) assertIncrement(bytes(10))
        }
    } // assertOccurrences(3)

    private static void expression(Size size) {
        Commands.sink = switch (size) { // assertIncrement(0)
            case SMALL -> new byte[2]; // assertIncrement(bytes(2))
            case MEDIUM -> new byte[20]; // assertIncrement(bytes(20))
            case LARGE -> new byte[200]; // assertOccurrences(3) assertIncrement(bytes(200))
        };
    }

    /** Two of the words have the same hash code. */
    private static int byString(String word) {
        switch (word) { // assertOccurrences(6) assertIncrement(0)
            case "one", "two":
                Commands.sink = new byte[3]; // assertOccurrences(2) assertIncrement(2 * bytes(3))
                return 1; // assertOccurrences(2)
            case "Aa":
                Commands.sink = new byte[4]; // assertOccurrences(1) assertIncrement(bytes(4))
                return 2; // assertOccurrences(1)
            case "BB":
                Commands.sink = new byte[5]; // assertOccurrences(1) assertIncrement(bytes(5))
                return 3; // assertOccurrences(1)
            default:
                return 4; // assertOccurrences(2)
        }
    }

    private static void arrows(int number) {
        switch (number) { // assertOccurrences(6) assertIncrement(0)
            case 0 -> Commands.sink = new byte[6]; // assertOccurrences(1) assertIncrement(bytes(6))
            case 1, 2 -> {
                byte[] made = new byte[7]; // assertOccurrences(2) assertIncrement(2 * bytes(7))
                Commands.sink = made; // assertOccurrences(2) assertIncrement(0)
            }
            default -> Commands.sink = new byte[8]; // assertOccurrences(3) assertIncrement(3 * bytes(8))
        }
    }

    /** The compiler has the assignment on the last line of the switch: the other cases come by there. */
    private static int yields(int number) {
        int length = switch (number) { // assertIncrement(0)
            case -1:
                yield 0; // assertOccurrences(1)
            case 3: {
                byte[] made = new byte[64]; // assertOccurrences(1) assertIncrement(bytes(64))
                yield made.length; // assertOccurrences(1)
            }
            default:
                yield new byte[number].length; // assertOccurrences(6) assertIncrement(bytes(0) + bytes(1) + bytes(2) + bytes(4))
        };
        return length; // assertOccurrences(6)
    }

    private static void nested(int outer, int inner) {
        switch (outer) { // assertOccurrences(6)
            case 0, 2, 4 -> {
                switch (inner) { // assertOccurrences(3)
                    case 0 -> Commands.sink = new byte[11]; // assertOccurrences(3) assertIncrement(3 * bytes(11))
                    default -> Commands.sink = new byte[12]; // assertOccurrences(0)
                }
            }
            default -> Commands.sink = new byte[13]; // assertOccurrences(3) assertIncrement(3 * bytes(13))
        }
    }

    private static void byCharacter(char c) {
        switch (c) { // assertOccurrences(1)
            case 'a':
            case 'x':
                Commands.sink = new byte[14]; // assertOccurrences(1) assertIncrement(bytes(14))
                break; // assertOccurrences(1)
            default:
                Commands.sink = null; // assertOccurrences(0)
        }
    }

    private static void fallsThrough(int number) {
        switch (number) { // assertOccurrences(1)
            default:
                Commands.sink = new byte[15]; // assertOccurrences(1) assertIncrement(bytes(15))
                // on to the next
            case 7:
                Commands.sink = new byte[16]; // assertOccurrences(1) assertIncrement(bytes(16))
                break; // assertOccurrences(1)
            case 8:
                Commands.sink = new byte[17]; // assertOccurrences(0)
        }
    }
}

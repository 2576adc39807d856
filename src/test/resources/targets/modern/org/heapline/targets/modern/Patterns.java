package org.heapline.targets.modern;

import java.util.List;
import org.heapline.targets.Commands;

/** Patterns: by type, by what is inside a record, with conditions, with names left out. */
final class Patterns {
    private static final List<Shape> SHAPES =
            List.of(new Circle(3), new Rectangle(new Corner(1, 2), new Corner(5, 9)), new Circle(300), new Line(4));

    sealed interface Shape permits Circle, Rectangle, Line {}

    record Circle(int radius) implements Shape {}

    record Corner(int x, int y) {}

    record Rectangle(Corner from, Corner to) implements Shape {}

    record Line(int length) implements Shape {}

    private Patterns() {}

    static void work() {
        for (Shape shape : SHAPES) { // assertOccurrences(5)
            byType(shape);
            byParts(shape);
            tested(shape);
        }
        ofAnything(7);
        ofAnything(SHAPES);
        ofAnything(null);
    }

    /** When a condition does not hold the switch is entered again, to try the next case. */
    private static void byType(Shape shape) {
        switch (shape) { // assertOccurrences(5) assertIncrement(0)
            case Circle circle when circle.radius() > 100 -> // assertIncrement(0)
                Commands.sink = new byte[circle.radius()]; // assertOccurrences(1) assertIncrement(bytes(300))
            case Circle circle -> Commands.sink = new byte[circle.radius()]; // assertOccurrences(1) assertIncrement(bytes(3))
            case Rectangle _ -> Commands.sink = new byte[40]; // assertOccurrences(1) assertIncrement(bytes(40))
            case Line line -> {
                byte[] made = new byte[line.length()]; // assertOccurrences(1) assertIncrement(bytes(4))
                Commands.sink = made; // assertOccurrences(1) assertIncrement(0)
            }
        }
    }

    private static int byParts(Shape shape) {
        return switch (shape) { // assertSelf(0)
            case Rectangle(Corner(var left, _), Corner(var right, var bottom)) when bottom == 9 -> {
                byte[] width = new byte[right - left]; // assertOccurrences(1) assertIncrement(bytes(4))
                yield width.length; // assertOccurrences(1)
            }
            case Rectangle _ -> 0; // assertOccurrences(0)
            case Circle(int radius) -> new byte[radius * 2].length; // assertOccurrences(2) assertIncrement(bytes(6) + bytes(600))
            case Line(int length) -> length;
        };
    }

    private static void tested(Object shape) {
        if (shape instanceof Rectangle(Corner from, Corner(int x, int _)) && from.x() < x) { // assertOccurrences(4) assertIncrement(0)
            Commands.sink = new byte[x]; // assertOccurrences(1) assertIncrement(bytes(5))
        } else if (!(shape instanceof Circle circle)) { // assertOccurrences(3) assertIncrement(0)
            Commands.sink = null; // assertOccurrences(1)
        } else {
            Commands.sink = new byte[circle.radius() + 1]; // assertOccurrences(2) assertIncrement(bytes(4) + bytes(301))
        }
    }

    private static void ofAnything(Object thing) {
        Commands.sink = switch (thing) { // assertSelf(0)
            case null -> new byte[1]; // assertOccurrences(1) assertIncrement(bytes(1))
            case Integer number when number > 5 -> new byte[number]; // assertIncrement(bytes(7))
            case List<?> list -> new byte[list.size()]; // assertOccurrences(1) assertIncrement(bytes(4))
            default -> thing;
        };
    }
}

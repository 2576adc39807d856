package org.heapline.targets.modern;

import org.heapline.targets.Commands;

/** Constructors that do something of their own before they call another one. */
final class Prologues {
    private static final IllegalStateException READY = new IllegalStateException();

    private Prologues() {}

    static void work() {
        Commands.sink = new Derived(10); // assertIncrement(object(ref, ref) + 3 * bytes(1) + bytes(30) + bytes(5)) assertSelf(object(ref, ref))
        try {
            Commands.sink = new Derived(0); // assertOccurrences(1) assertIncrement(object(ref, ref)) assertSelf(object(ref, ref))
        } catch (IllegalStateException e) { // assertOccurrences(1)
            Commands.sink = e;
        }
    }

    private static class Base {
        private final byte[] base;

        Base(int size) {
            base = new byte[size]; // assertOccurrences(1) assertIncrement(bytes(30))
            Commands.sink = base;
        }
    }

    private static final class Derived extends Base {
        private final byte[] own;

        Derived(int size) {
            if (size == 0) { // assertOccurrences(2) assertIncrement(0)
                throw READY; // assertOccurrences(1) assertIncrement(0)
            }
            for (int i = 0; i < 3; i++) { // assertOccurrences(4) assertIncrement(0)
                Commands.sink = new byte[1]; // assertOccurrences(3) assertIncrement(3 * bytes(1))
            }
            own = new byte[size / 2]; // assertOccurrences(1) assertIncrement(bytes(5))
            super(size * 3); // assertOccurrences(1) assertIncrement(bytes(30)) assertSelf(0)
            Commands.sink = own; // assertOccurrences(1) assertIncrement(0)
        }
    }
}

package org.heapline.targets.constructs;

import org.heapline.targets.Commands;
import org.heapline.targets.Refused;

/** Constructors: what they do before and after the call of another one, and what stands in fields and initialisers. */
final class Construction {
    private static final IllegalStateException READY = new IllegalStateException();

    private Construction() {}

    static void work() {
        Commands.sink = new Derived(3); // assertIncrement(object(ref, ref, ref) + bytes(30) + bytes(3) + bytes(33) + bytes(4) + bytes(5)) assertSelf(object(ref, ref, ref))
        Commands.sink = new Derived(); // assertIncrement(object(ref, ref, ref) + bytes(20) + bytes(2) + bytes(32) + bytes(4) + bytes(5) + bytes(1))
        Commands.sink = new Derived(1, 2); // assertIncrement(object(ref, ref, ref) + bytes(70) + bytes(7) + bytes(37) + bytes(4) + bytes(5) + bytes(8))
        try {
            Commands.sink = new Refusing(9); // assertOccurrences(1) assertIncrement(object(ref) + bytes(9) + bytes(18)) assertSelf(object(ref))
        } catch (IllegalStateException e) {
            Commands.sink = e;
        }
        try {
            Commands.sink = new Unready(6); // assertOccurrences(1) assertIncrement(object(ref) + bytes(6)) assertSelf(object(ref))
        } catch (IllegalStateException e) {
            Commands.sink = e;
        }
        try {
            Commands.sink = new Orphan(11); // assertOccurrences(1) assertIncrement(object(ref) + 2 * bytes(22)) assertSelf(object(ref))
        } catch (IllegalStateException e) {
            Commands.sink = e;
        }
        try {
            Commands.sink = new Foundling(11, 12); // assertOccurrences(1) assertIncrement(object(ref) + bytes(11) + bytes(12)) assertSelf(object(ref) + bytes(12))
        } catch (IllegalStateException e) {
            Commands.sink = e;
        }
        Commands.sink = new Grown(new byte[3]); // assertIncrement(bytes(3) + object(ref) + bytes(33) + 2 * bytes(13)) assertSelf(bytes(3) + object(ref))
        overloaded();
        Commands.sink = new Noted(); // assertIncrement(object(int) + object(ref, ref, ref, ref, ref, ref)) assertSelf(object(int))
    }

    /** The JVM keeps a note of each, which the constructor of {@code Object} makes. */
    private static final class Noted {
        private int ended;

        Noted() { // assertOccurrences(1) assertIncrement(object(ref, ref, ref, ref, ref, ref))
            ended = -1; // assertOccurrences(1) assertIncrement(0)
        }

        @Override
        @SuppressWarnings({"deprecation", "removal"})
        protected void finalize() {
            ended++;
        }
    }

    private static class Base {
        private final byte[] base;

        Base(byte[] given) { // assertOccurrences(4) assertIncrement(0)
            base = new byte[given.length + 30]; // assertIncrement(2 * bytes(33) + bytes(32) + bytes(37))
            Commands.sink = base; // assertOccurrences(4) assertIncrement(0)
        }
    }

    private static final class Derived extends Base {
        private final byte[] field = new byte[4]; // assertOccurrences(3) assertIncrement(3 * bytes(4))
        private final byte[] late;

        {
            late = new byte[5]; // assertOccurrences(3) assertIncrement(3 * bytes(5))
        }

        Derived(int size) {
            super(large(size)); // assertOccurrences(3)
            Commands.sink = field.length > 3 ? late : null; // assertOccurrences(3) assertIncrement(0)
        }

        Derived() {
            this(2); // assertOccurrences(1)
            Commands.sink = new byte[1]; // assertOccurrences(1) assertIncrement(bytes(1))
        }

        Derived(int more, int size) {
            this(more + size * 3); // assertOccurrences(1)
            Commands.sink = new byte[8]; // assertOccurrences(1) assertIncrement(bytes(8))
        }

        private static byte[] large(int size) {
            Commands.sink = new byte[size * 10]; // assertOccurrences(3) assertIncrement(bytes(30) + bytes(20) + bytes(70))
            return new byte[size]; // assertOccurrences(3) assertIncrement(bytes(3) + bytes(2) + bytes(7))
        }
    }

    /** The other constructor takes nothing but what is there, and more is taken behind it on the line. */
    private static final class Grown extends Base {
        Grown(byte[] given) {
            super(given); Commands.sink = new byte[given.length + 10]; Commands.sink = new byte[13]; // assertOccurrences(1) assertIncrement(bytes(33) + 2 * bytes(13)) assertSelf(2 * bytes(13))
        }
    }

    /** Thrown after the call of the other constructor. */
    private static final class Refusing {
        private final byte[] made;

        Refusing(int size) {
            made = new byte[size]; // assertOccurrences(1) assertIncrement(bytes(9))
            Commands.sink = new byte[made.length * 2]; // assertOccurrences(1) assertIncrement(bytes(18))
            throw READY; // assertOccurrences(1) assertIncrement(0)
        }
    }

    /** Thrown before the call of the other constructor, while its arguments are made. */
    private static final class Unready {
        private final Object made;

        Unready(int size) {
            this(fail(size)); // assertOccurrences(1) assertIncrement(bytes(6)) assertSelf(0)
        }

        private Unready(Object made) {
            this.made = made;
        }

        private static Object fail(int size) {
            Commands.sink = new byte[size]; // assertOccurrences(1) assertIncrement(bytes(6))
            throw READY; // assertOccurrences(1)
        }
    }

    private static void overloaded() {
        Object made = null; // assertOccurrences(1)
        for (int i = 0; i < 3; i++) { // assertOccurrences(4)
            made = i == 1 ? new Part(made) : new Part(i, new byte[i]); // assertOccurrences(3)
        }
        Commands.sink = made; // assertOccurrences(1) assertIncrement(0)
    }

    private static final class Part {
        private final Object inside;

        Part(Object inside) {
            this.inside = inside; // assertOccurrences(3)
            Commands.sink = this.inside; // assertOccurrences(3) assertIncrement(0)
        }

        Part(int size, byte[] inside) {
            this(new byte[inside.length + size]); // assertOccurrences(2) assertIncrement(bytes(0) + bytes(4)) assertSelf(bytes(0) + bytes(4))
        }
    }

    private static class Failing {
        private final byte[] made;

        Failing(byte[] given) {
            made = new byte[given.length]; // assertOccurrences(1) assertIncrement(bytes(22))
            Commands.sink = made;
            throw READY; // assertOccurrences(1)
        }
    }

    /**
     * Thrown inside the call of the other constructor, where the JVM allows no handler: the line is charged with its
     * arguments, but what the other constructor takes is only in the Increment of whoever made the object.
     */
    private static final class Orphan extends Failing {
        Orphan(int size) {
            super(new byte[size * 2]); // assertOccurrences(1) assertIncrement(bytes(22)) assertSelf(bytes(22))
            Commands.sink = this;
        }
    }

    /** As {@link Orphan}, where the other constructor is not profiled: nobody but who made the object sees its bytes. */
    private static final class Foundling extends Refused {
        Foundling(int size, int more) {
            super(new byte[size], more, READY); // assertOccurrences(1) assertIncrement(bytes(11)) assertSelf(bytes(11))
            Commands.sink = this;
        }
    }
}

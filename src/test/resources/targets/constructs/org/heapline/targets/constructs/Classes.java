package org.heapline.targets.constructs;

import java.util.function.Supplier;
import org.heapline.targets.Commands;

/** Classes inside classes, interfaces with code, enums with bodies, records. */
final class Classes {
    private final byte[] own = new byte[10]; // assertOccurrences(1) assertIncrement(bytes(10))

    private Classes() {}

    static void work() {
        Classes outer = new Classes(); // assertIncrement(object(ref) + bytes(10)) assertSelf(object(ref))
        outer.inner(); // assertSelf(0)
        outer.anonymous();
        outer.local(5);
        Commands.sink = new Nested(7); // assertIncrement(object(ref) + bytes(7)) assertSelf(object(ref))
        new Square().draw(3);
        Shape.blank(4); // assertIncrement(bytes(4)) assertSelf(0)
        for (Planet planet : Planet.values()) { // assertOccurrences(4) assertIncrement(refs(3)) assertSelf(0)
            planet.land(); // assertOccurrences(3) assertSelf(0)
        }
        Point point = new Point(1, 2); // assertIncrement(object(int, int, ref) + bytes(3)) assertSelf(object(int, int, ref))
        Commands.sink = point.name(); // assertOccurrences(1) assertIncrement(0)
        Commands.sink = point.scaled(4); // assertIncrement(object(int, int, ref) + bytes(12)) assertSelf(0)
        Commands.sink = new Box<>(point).value(); // assertIncrement(object(ref)) assertSelf(object(ref))
        Comparable<Version> version = new Version(3);
        version.compareTo(new Version(5)); // assertIncrement(object(int) + bytes(8)) assertSelf(object(int))
    }

    private void inner() {
        Inner inner = new Inner(); // assertIncrement(object(ref, ref) + bytes(20)) assertSelf(object(ref, ref))
        inner.deeper().fill(); // assertIncrement(object(ref) + bytes(10)) assertSelf(0)
    }

    private class Inner {
        private final byte[] made = new byte[own.length * 2]; // assertOccurrences(1) assertIncrement(bytes(20))

        Deeper deeper() {
            return new Deeper(); // assertOccurrences(1) assertIncrement(object(ref)) assertSelf(object(ref))
        }

        private class Deeper {
            void fill() {
                Commands.sink = new byte[made.length - own.length]; // assertOccurrences(1) assertIncrement(bytes(10))
            }
        }
    }

    private void anonymous() {
        Supplier<byte[]> supplier = new Supplier<>() { // assertOccurrences(anonymous: 1) assertIncrement(anonymous: object(ref)) assertSelf(object(ref))
            @Override
            public byte[] get() {
                return new byte[own.length + 1]; // assertOccurrences(1) assertIncrement(bytes(11))
            }
        };
        Commands.sink = supplier.get(); // assertOccurrences(1) assertIncrement(bytes(11)) assertSelf(0)
    }

    private void local(int captured) {
        class Local {
            byte[] make(int more) {
                return new byte[captured + more + own.length]; // assertOccurrences(1) assertIncrement(bytes(21))
            }
        }
        record Pair(byte[] left, byte[] right) {} // assertOccurrences(<init>: 1) assertOccurrences(left: 1)
        Pair pair = new Pair(new Local().make(6), own); // assertIncrement(object(ref, int) + bytes(21) + object(ref, ref)) assertSelf(object(ref, int) + object(ref, ref))
        Commands.sink = pair.left().length == 21 ? pair : null; // assertOccurrences(1) assertIncrement(0)
    }

    private static final class Nested {
        private final byte[] made;

        Nested(int size) {
            made = new byte[size]; // assertOccurrences(1) assertIncrement(bytes(7))
            Commands.sink = made;
        }
    }

    /** Code in an interface: what a class gets by default, what belongs to it alone, what it keeps to itself. */
    private interface Shape {
        default void draw(int size) {
            Commands.sink = new byte[size]; // assertOccurrences(1) assertIncrement(bytes(3))
            outline(size); // assertOccurrences(1) assertIncrement(bytes(6) + bytes(9)) assertSelf(0)
        }

        private void outline(int size) {
            Commands.sink = new byte[size * 2]; // assertOccurrences(1) assertIncrement(bytes(6))
            fill(size * 3); // assertOccurrences(1) assertIncrement(bytes(9)) assertSelf(0)
        }

        private static void fill(int size) {
            Commands.sink = new byte[size]; // assertOccurrences(1) assertIncrement(bytes(9))
        }

        static void blank(int size) {
            Commands.sink = new byte[size]; // assertOccurrences(1) assertIncrement(bytes(4))
        }
    }

    private static final class Square implements Shape {
        @Override
        public void draw(int size) {
            Shape.super.draw(size); // assertOccurrences(1) assertIncrement(bytes(3) + bytes(6) + bytes(9)) assertSelf(0)
        }
    }

    private enum Planet {
        MERCURY(1),
        VENUS(2) {
            @Override
            void land() {
                Commands.sink = new byte[200]; // assertOccurrences(1) assertIncrement(bytes(200))
                super.land(); // assertOccurrences(1) assertIncrement(bytes(2)) assertSelf(0)
            }
        },
        EARTH(3);

        private final int size;

        Planet(int size) {
            this.size = size;
        }

        void land() {
            Commands.sink = new byte[size]; // assertOccurrences(3) assertIncrement(bytes(1) + bytes(2) + bytes(3))
        } // assertOccurrences(3)
    }

    private record Point(int x, int y, byte[] name) {
        Point {
            if (name == null) { // assertOccurrences(2)
                throw new IllegalArgumentException();
            }
        }

        Point(int x, int y) {
            this(x, y, new byte[x + y]); // assertOccurrences(1) assertIncrement(bytes(3)) assertSelf(bytes(3))
        }

        Point scaled(int by) {
            return new Point(x * by, y * by, new byte[name.length * by]); // assertOccurrences(1) assertIncrement(object(int, int, ref) + bytes(12))
        }
    }

    private record Box<T>(T value) {}

    /** The interface's method takes any object: the compiler makes one that casts and calls this one. */
    private static final class Version implements Comparable<Version> {
        private final int number;

        Version(int number) {
            this.number = number;
        }

        @Override
        public int compareTo(Version other) {
            return new byte[number + other.number].length - other.number; // assertOccurrences(1) assertIncrement(bytes(8)) assertSelf(bytes(8))
        }
    }
}

package org.heapline.targets.behaviour;

import java.io.ObjectStreamClass;
import java.io.Serializable;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Says all that a program can find out about itself: with line probes it must say the same. */
public final class BehaviourMain {
    private BehaviourMain() {}

    public static void main(String[] args) {
        stacks();
        failures();
        reflection();
        results();
        System.out.println("end");
    }

    private static void stacks() {
        System.out.println("depth " + depth(20));
        Supplier<String> lambda = () -> here();
        System.out.println("lambda " + lambda.get());
        System.out.println("walker "
                + StackWalker.getInstance().walk(frames -> frames.map(frame -> frame.getMethodName() + frame.getLineNumber())
                        .toList()));
        System.out.println("caller " + StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .getCallerClass());
    }

    private static String here() {
        return Arrays.toString(new Throwable().getStackTrace());
    }

    private static int depth(int more) {
        return more == 0 ? Thread.currentThread().getStackTrace().length : depth(more - 1);
    }

    private static void failures() {
        say(() -> nothing(null));
        say(() -> new int[2][3][1][5].length);
        say(() -> ((Object) "text").equals(1) ? 0 : (Integer) (Object) "text");
        say(() -> Integer.parseInt("x"));
        say(() -> 1 / (args() - 1));
        say(() -> new Checked(-1));
        say(() -> {
            try {
                return nothing(null);
            } finally {
                System.out.println("finally");
            }
        });
        say(() -> {
            try (Resource one = new Resource("one");
                    Resource two = new Resource("two")) {
                throw new IllegalStateException(one.name + two.name);
            }
        });
        try {
            endless(0);
        } catch (StackOverflowError e) {
            // Where exactly the last of the stack went is not the program's business: it may be in a probe.
            System.out.println("overflow");
        }
    }

    private static int args() {
        return 1;
    }

    private static int nothing(int[] values) {
        int first = values[0];
        return first + values.length;
    }

    private static int endless(int depth) {
        return endless(depth + 1) + 1;
    }

    private static void say(Supplier<Object> work) {
        try {
            System.out.println("result " + work.get());
        } catch (RuntimeException e) {
            say(e);
        }
    }

    private static void say(Throwable failure) {
        System.out.println(failure);
        for (StackTraceElement each : failure.getStackTrace()) {
            if (each.getClassName().startsWith("org.heapline.")) {
                System.out.println("  at " + each);
            }
        }
        for (Throwable each : failure.getSuppressed()) {
            say(each);
        }
    }

    private static void reflection() {
        for (Class<?> each : List.of(BehaviourMain.class, Checked.class, Resource.class, Point.class, Colour.class)) {
            System.out.println(each.toGenericString() + " " + Arrays.toString(each.getDeclaredClasses()));
            Arrays.stream(each.getDeclaredMethods())
                    .sorted(Comparator.comparing(Method::toGenericString))
                    .forEach(method ->
                            System.out.println("  " + method.toGenericString() + Arrays.toString(method.getParameters())));
            for (Constructor<?> constructor : each.getDeclaredConstructors()) {
                System.out.println("  " + constructor.toGenericString() + Arrays.toString(constructor.getParameters()));
            }
            for (Field field : each.getDeclaredFields()) {
                System.out.println("  " + field.toGenericString());
            }
        }
        System.out.println("version " + ObjectStreamClass.lookup(Checked.class).getSerialVersionUID());
    }

    private static void results() {
        System.out.println(new Point(3, 4) + " " + new Point(3, 4).equals(new Point(3, 4)) + " "
                + new Point(3, 4).hashCode());
        System.out.println(Arrays.toString(Colour.values()) + Colour.valueOf("RED").next());
        System.out.println(IntStream.range(0, 1000).parallel().map(i -> i * i % 7).sum());
        long sum = 0;
        outer:
        for (int i = 0; i < 100; i++) {
            for (int j = 0; j < 100; j++) {
                if (j == i) {
                    continue outer;
                }
                if (i + j > 150) {
                    break outer;
                }
                sum += (long) i * j;
            }
        }
        System.out.println(sum);
        synchronized (BehaviourMain.class) {
            System.out.println(Thread.holdsLock(BehaviourMain.class));
        }
        System.out.println(Thread.holdsLock(BehaviourMain.class));
    }

    private static final class Checked implements Serializable {
        private final int value;
        private transient List<String> names;

        Checked(int value) {
            if (value < 0) {
                throw new IllegalArgumentException("negative: " + value);
            }
            this.value = value;
        }

        int value(int factor, List<? extends Number> unused) {
            return value * factor;
        }
    }

    private static final class Resource implements AutoCloseable {
        private final String name;

        Resource(String name) {
            this.name = name;
        }

        @Override
        public void close() {
            throw new UnsupportedOperationException("close " + name);
        }
    }

    private record Point(int x, int y) {}

    private enum Colour {
        RED,
        GREEN;

        Colour next() {
            return switch (this) {
                case RED -> GREEN;
                case GREEN -> RED;
            };
        }
    }
}

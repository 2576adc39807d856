package org.heapline.profile;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Snapshots for tests. */
public final class Samples {
    public static final long MIB = 1 << 20;
    public static final String CART = "com/acme/Cart.java";
    public static final String CART_TEXT = """
            package com.acme;

            final class Cart {
                private final java.util.List<byte[]> items = new java.util.ArrayList<>();

                int add(int size) {
                    byte[] item = new byte[size]; // "quoted", <b>&amp;</b>
                    if (size < 0) {
                        throw new IllegalArgumentException();
                    }
                    items.forEach(i -> {
                        System.out.println(i.length);
                    });
                    return size;
                }

                void clear() {
                    items.clear();
                }
            }
            """;

    private Samples() {}

    public static MethodStats cart(String method, String descriptor, LineStats... lines) {
        return new MethodStats("com.acme.Cart", method, descriptor, CART, "file:/app/cart.jar", List.of(lines));
    }

    public static List<MethodStats> cartMethods() {
        return List.of(
                cart(
                        "add",
                        "(I)I",
                        new LineStats(7, 3, 3 * MIB + MIB / 2, 3 * MIB + MIB / 2, 50 * MIB),
                        new LineStats(8, 3, 0, 0, 50 * MIB),
                        LineStats.notRun(9),
                        new LineStats(11, 3, 4096, 48, 50 * MIB),
                        new LineStats(14, 3, 0, 0, 50 * MIB)),
                cart("clear", "()V", LineStats.notRun(18), LineStats.notRun(19)),
                cart(
                        "lambda$add$0",
                        "([B)V",
                        new LineStats(12, 6, 4048, 4048, 51 * MIB),
                        new LineStats(13, 6, 0, 0, 51 * MIB)));
    }

    public static Trip trip() {
        return new Trip(
                "heap",
                52 * MIB,
                50 * MIB,
                1500,
                "main",
                "com.acme.Cart",
                "add",
                CART,
                7,
                List.of(
                        new Trip.Frame("com.acme.Cart", "add", "Cart.java", 7),
                        new Trip.Frame("com.acme.Main", "main", "Main.java", -1)),
                List.of(new Trip.Local("size", "int", "1048576"), new Trip.Local("item", "byte[]", "byte[1048576]")));
    }

    public static List<TimelineSample> timeline() {
        return List.of(
                new TimelineSample(0, 20 * MIB, 64 * MIB, 256 * MIB, 90 * MIB, 0, 0, 0),
                new TimelineSample(1000, 45 * MIB, 64 * MIB, 256 * MIB, -1, 30 * MIB, 1, 3),
                new TimelineSample(2000, 52 * MIB, 80 * MIB, 256 * MIB, 110 * MIB, 60 * MIB, 1, 3));
    }

    public static Snapshot snapshot() {
        return new Snapshot(
                new TargetInfo(4711, "com.acme.Main", "17.0.15"),
                Backend.ALLOCATED,
                Instant.parse("2026-03-01T10:15:30.123Z"),
                Duration.ofMillis(2345),
                true,
                cartMethods(),
                timeline(),
                trip(),
                List.of(new Problem("com.acme.Native#run", "a native method has no lines")),
                List.of(
                        new ThreadStats("main", 1, false, 1, 3 * MIB),
                        new ThreadStats("pool-#-thread-#", 0, false, 12, 40),
                        new ThreadStats("", 0, true, 1_000_000, 7)),
                Map.of(CART, CART_TEXT),
                LineSlices.NONE);
    }

    /** A snapshot of these methods after that time. */
    public static Snapshot lasting(Duration duration, List<MethodStats> methods) {
        return new Snapshot(
                new TargetInfo(1, "shop", "17"),
                Backend.ALLOCATED,
                Instant.EPOCH,
                duration,
                true,
                methods,
                List.of(),
                null,
                List.of(),
                Map.of());
    }

    public static Snapshot with(List<MethodStats> methods) {
        Snapshot s = snapshot();
        return new Snapshot(
                s.target(),
                s.backend(),
                s.startedAt(),
                s.duration(),
                s.complete(),
                methods,
                s.timeline(),
                s.trip(),
                s.problems(),
                s.sources());
    }
}

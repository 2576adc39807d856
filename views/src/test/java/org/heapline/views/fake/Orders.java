package org.heapline.views.fake;

import java.util.List;
import org.heapline.profile.LineStats;
import org.heapline.profile.MethodStats;
import org.heapline.profile.Trip;
import org.heapline.profile.Trip.Frame;
import org.heapline.profile.Trip.Local;

/** A shop's order service: a cache that never evicts, with its source and its figures. */
public final class Orders {
    public static final String CACHE = "com.acme.orders.OrderCache";

    public static final String FILE = "com/acme/orders/OrderCache.java";

    private static final double MIB = 1024 * 1024;

    private Orders() {}

    /** The source of the cache; {@code remember} stands in lines 27 to 35. */
    public static String cacheSource() {
        return String.join(
                "\n",
                "package com.acme.orders;",
                "",
                "import java.time.Instant;",
                "import java.util.List;",
                "import java.util.Map;",
                "import java.util.concurrent.ConcurrentHashMap;",
                "",
                "/**",
                " * Orders by their id, in the form in which they were sent.",
                " */",
                "@Singleton",
                "final class OrderCache {",
                "    private static final String NAME = \"orders\";",
                "    private static final int MAX = 10_000;",
                "    private final Json json;",
                "    private final Map<OrderId, byte[]> seen = new ConcurrentHashMap<>();",
                "",
                "    OrderCache(Json json) {",
                "        this.json = json;",
                "    }",
                "",
                "    int size() {",
                "        return seen.size();",
                "    }",
                "",
                "    /** Keeps the serialized order so that a retry is cheap. */",
                "    byte[] remember(Order order) {",
                "        byte[] known = seen.get(order.id());",
                "        if (known != null) {",
                "            return known;",
                "        }",
                "        byte[] bytes = json.writeValueAsBytes(order);",
                "        seen.put(order.id(), bytes);   // never evicted",
                "        return bytes;",
                "    }",
                "",
                "    List<Order> since(Instant t) {",
                "        return seen.values().stream().map(json::read)",
                "            .filter(o -> o.at().isAfter(t)).toList();",
                "    }",
                "}");
    }

    /** What was measured, times {@code factor}. */
    public static List<MethodStats> methods(double factor) {
        return List.of(
                method(
                        CACHE,
                        "remember",
                        line(28, 148_210, 0, 411.8, factor),
                        line(29, 148_210, 0, 411.8, factor),
                        line(30, 3_377, 0, 410.2, factor),
                        line(32, 144_833, 8_214.6, 486.2, factor),
                        line(33, 144_833, 11.1, 486.2, factor),
                        line(34, 144_833, 0, 486.2, factor)),
                method(CACHE, "since", line(38, 1_204, 96.4, 402.5, factor), line(39, 52_611, 31.0, 402.5, factor)),
                method("com.acme.orders.CsvReader", "rows", line(77, 1_000, 2_690.2, 300, factor)),
                method("com.acme.orders.OrderJson", "write", line(112, 1_000, 1_211.8, 300, factor)),
                method("com.acme.orders.PriceTable", "lookup", line(54, 1_000, 673.3, 300, factor)),
                method("com.acme.orders.OrderService", "place", line(203, 1_000, 402.7, 300, factor)),
                method("com.acme.orders.OrderService", "idle", LineStats.notRun(210)));
    }

    public static MethodStats method(String className, String name, LineStats... lines) {
        int end = className.indexOf('$');
        String top = end < 0 ? className : className.substring(0, end);
        return new MethodStats(
                className, name, "()V", top.replace('.', '/') + ".java", "file:/srv/orders.jar", List.of(lines));
    }

    public static LineStats line(int number, long occurrences, double incrementMib, double memMib, double factor) {
        long increment = (long) (incrementMib * factor * MIB);
        return new LineStats(number, (long) (occurrences * factor), increment, increment, (long) (memMib * MIB));
    }

    /** The cache has taken the live heap over 512 MiB. */
    public static Trip trip() {
        return new Trip(
                "live",
                (long) (513.2 * MIB),
                (long) (512 * MIB),
                161_000,
                "order-worker-7",
                CACHE,
                "remember",
                "com/acme/orders/OrderCache.java",
                32,
                List.of(
                        new Frame(CACHE, "remember", "OrderCache.java", 32),
                        new Frame("com.acme.orders.OrderService", "place", "OrderService.java", 203),
                        new Frame("com.acme.orders.OrderController", "post", "OrderController.java", 58),
                        new Frame("io.javalin.http.Handler", "handle", "Handler.java", 12),
                        new Frame("io.javalin.http.Servlet", "service", "Servlet.java", 91),
                        new Frame(
                                "java.util.concurrent.ThreadPoolExecutor",
                                "runWorker",
                                "ThreadPoolExecutor.java",
                                1136),
                        new Frame("java.lang.Thread", "run", "Thread.java", 840)),
                List.of(
                        new Local("this", "OrderCache", "OrderCache@5f1c"),
                        new Local("order", "Order", "Order[id=48213, lines=12, total=199.90]"),
                        new Local("known", "byte[]", "null"),
                        new Local("bytes", "byte[]", "byte[2744]")));
    }
}

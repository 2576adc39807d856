package org.heapline.bench.work;

import java.util.SplittableRandom;

/** Input for the workloads: the same in every JVM. */
final class Records {
    private static final String[] CATEGORIES = {"books", "garden", "kitchen", "music", "office", "sports", "toys"};

    private Records() {}

    /** Lines of {@code id,category,"free text",price}. */
    static String csv(int rows) {
        SplittableRandom random = new SplittableRandom(42);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < rows; i++) {
            text.append(i).append(',').append(CATEGORIES[random.nextInt(CATEGORIES.length)]);
            text.append(",\"item no. ").append(random.nextInt(100_000)).append(", new\",");
            text.append(random.nextInt(1000)).append('\n');
        }
        return text.toString();
    }

    /** The same records as a JSON array of objects. */
    static String json(int rows) {
        SplittableRandom random = new SplittableRandom(42);
        StringBuilder text = new StringBuilder("[");
        for (int i = 0; i < rows; i++) {
            text.append(i == 0 ? "" : ",").append("{\"id\":").append(i);
            text.append(",\"category\":\"").append(CATEGORIES[random.nextInt(CATEGORIES.length)]);
            text.append("\",\"price\":").append(random.nextInt(1000)).append(".5,\"tags\":[\"a\",\"b\"]}");
        }
        return text.append(']').toString();
    }
}

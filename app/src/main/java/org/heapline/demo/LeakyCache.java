package org.heapline.demo;

import java.util.HashMap;
import java.util.Map;

/** The classic leak: a cache that nobody ever evicts from. */
final class LeakyCache {
    private final Map<String, long[]> entries = new HashMap<>();

    /** Remembers a result. For ever: this is the bug. */
    void put(String key, long[] result) {
        long[] copy = result.clone(); // the increment that never comes back
        entries.put(key, copy);
    }

    /** What is done in the real world until somebody finds the bug: restart, every night. */
    void restartIfTooLarge(int limit) {
        if (entries.size() >= limit) {
            entries.clear();
            System.out.println("The leaky cache held " + limit + " entries and was restarted.");
        }
    }
}

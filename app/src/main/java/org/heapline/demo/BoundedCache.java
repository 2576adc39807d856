package org.heapline.demo;

import java.util.LinkedHashMap;
import java.util.Map;

/** The same cache, mended: it allocates just as much, but its size reaches a plateau. */
final class BoundedCache {
    private final Map<String, long[]> entries = new LinkedHashMap<>();
    private final int capacity;

    /**
     * @param capacity how many entries are kept
     */
    BoundedCache(int capacity) {
        this.capacity = capacity;
    }

    /** Remembers a result and forgets the oldest one when there are too many. */
    void put(String key, long[] result) {
        long[] copy = result.clone();
        entries.put(key, copy);
        if (entries.size() > capacity) {
            evictOldest();
        }
    }

    private void evictOldest() {
        String oldest = entries.keySet().iterator().next();
        entries.remove(oldest);
    }
}

package org.heapline.client;

/**
 * One of the target's memory pools, such as Eden or Metaspace. Bytes.
 *
 * @param name as the JVM calls it
 * @param heap whether it is part of the heap
 * @param used in use, garbage included
 * @param committed taken from the system
 * @param max what it may grow to, or -1 if it has no limit of its own
 */
public record MemoryPool(String name, boolean heap, long used, long committed, long max) {}

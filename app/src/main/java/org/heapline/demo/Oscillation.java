package org.heapline.demo;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes memory and gives it back, again and again: 100 > 250 > 150 > 100 blocks. Whatever the heap does meanwhile, each
 * line must be charged with what it took itself.
 */
final class Oscillation {
    private static final int BLOCK_BYTES = 16 * 1024;

    /**
     * Goes up and down.
     *
     * @param times how often
     * @return bytes held at the end
     */
    long run(int times) {
        List<byte[]> ground = allocate(100);
        for (int i = 0; i < times; i++) {
            List<byte[]> peak = allocate(150); // up to 250
            release(peak, 100); // down to 150
            release(peak, 50); // and to 100
        }
        return (long) ground.size() * BLOCK_BYTES;
    }

    private static List<byte[]> allocate(int count) {
        List<byte[]> blocks = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            blocks.add(new byte[BLOCK_BYTES]);
        }
        return blocks;
    }

    /** Lets go of the last blocks; the memory itself comes back when the collector runs. */
    private static void release(List<byte[]> blocks, int count) {
        for (int i = 0; i < count; i++) {
            blocks.remove(blocks.size() - 1);
        }
    }
}

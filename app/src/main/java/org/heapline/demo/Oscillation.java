package org.heapline.demo;

import java.util.ArrayList;
import java.util.List;

/** Takes memory and gives it back, again and again: 10 > 25 > 15 > 10 MiB. Each line's part must still be right. */
final class Oscillation {
    private static final int MEBIBYTE = 1 << 20;

    /**
     * Goes up and down.
     *
     * @param times how often to go up and down
     * @return bytes held at the end
     */
    long run(int times) {
        List<byte[]> ground = allocate(10);
        for (int i = 0; i < times; i++) {
            List<byte[]> peak = allocate(15); // up to 25
            release(peak, 10); // down to 15
            release(peak, 5); // and to 10
        }
        return (long) ground.size() * MEBIBYTE;
    }

    private static List<byte[]> allocate(int mebibytes) {
        List<byte[]> blocks = new ArrayList<>(mebibytes);
        for (int i = 0; i < mebibytes; i++) {
            blocks.add(new byte[MEBIBYTE]);
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

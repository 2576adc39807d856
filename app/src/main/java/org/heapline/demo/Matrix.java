package org.heapline.demo;

import java.util.ArrayList;
import java.util.List;

/** Allocates much and keeps nothing: cheap for the heap, expensive for the collector. */
final class Matrix {
    /**
     * A table of the squares up to {@code rows}.
     *
     * @return the sum of them all, so that nothing can be optimised away
     */
    long squares(int rows) {
        List<List<Long>> table = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            List<Long> line = new ArrayList<>(); // grows step by step: its array is copied ten times
            for (long column = 0; column < 100; column++) {
                line.add(row * column); // each value above 127 is a new Long of 16 bytes
            }
            table.add(line);
        }
        return sum(table);
    }

    private static long sum(List<List<Long>> table) {
        long sum = 0;
        for (List<Long> line : table) {
            for (long value : line) {
                sum += value; // allocates nothing
            }
        }
        return sum;
    }
}

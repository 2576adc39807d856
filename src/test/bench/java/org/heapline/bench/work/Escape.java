package org.heapline.bench.work;

/** Objects that never leave the loop, so that the JVM's escape analysis makes them disappear. Probes may spoil that. */
public final class Escape implements Workload {
    @Override
    public long run(int size) {
        long sum = 0;
        for (int i = 0; i < size; i++) {
            sum += walk(1000);
        }
        return sum;
    }

    private static long walk(int steps) {
        long sum = 0;
        for (int i = 1; i <= steps; i++) {
            Point here = new Point(i, i * 7 % 13);
            Point there = new Point(i * 5 % 17, i);
            Point middle = here.plus(there);
            sum += middle.distance(here);
        }
        return sum;
    }

    private record Point(int x, int y) {
        Point plus(Point other) {
            return new Point(x + other.x, y + other.y);
        }

        int distance(Point other) {
            return Math.abs(x - other.x) + Math.abs(y - other.y);
        }
    }
}

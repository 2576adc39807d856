package org.heapline.views.charts;

import java.util.Arrays;
import java.util.List;
import org.heapline.profile.TimelineSample;

/**
 * A timeline reduced to what a chart of a given width can show. Used heap keeps the lowest and the highest value of each
 * pixel column, so no peak is lost; the other lines keep the last. Times are milliseconds since the session began, values
 * MiB, rates MiB a second.
 */
final class PixelTimeline {
    private static final double MIB = 1 << 20;
    private static final int PIXELS_A_BAR = 4;

    private final Column heap;
    private final Column committed;
    private final Column rss;
    private final Column rates;
    private final Column collections;
    private final double barMillis;

    private PixelTimeline(
            Column heap, Column committed, Column rss, Column rates, Column collections, double barMillis) {
        this.heap = heap;
        this.committed = committed;
        this.rss = rss;
        this.rates = rates;
        this.collections = collections;
        this.barMillis = barMillis;
    }

    /**
     * @param samples ascending by time
     * @param fromMillis left edge
     * @param toMillis right edge, after the left one
     * @param pixels width of the chart, at least 1
     */
    static PixelTimeline of(List<TimelineSample> samples, long fromMillis, long toMillis, int pixels) {
        double pixelMillis = (double) (toMillis - fromMillis) / pixels;
        double barMillis = pixelMillis * PIXELS_A_BAR;
        Column heap = new Column(2 * pixels + 4);
        Column committed = new Column(pixels + 2);
        Column rss = new Column(pixels + 2);
        Column collections = new Column(pixels + 2);
        Column rates = new Column(pixels / PIXELS_A_BAR + 2);
        int i = 0;
        while (i < samples.size()) {
            int end = endOfStep(samples, i, fromMillis, pixelMillis);
            addExtremes(samples.subList(i, end), heap);
            TimelineSample last = samples.get(end - 1);
            committed.add(last.t(), last.heapCommitted() / MIB, last.heapCommitted() >= 0);
            rss.add(last.t(), last.rss() / MIB, last.rss() >= 0);
            boolean collected = i > 0 && last.gcCount() > samples.get(i - 1).gcCount();
            long pause = i > 0 ? last.gcMillis() - samples.get(i - 1).gcMillis() : 0;
            collections.add(last.t(), Math.max(0, pause), collected);
            i = end;
        }
        addRates(samples, fromMillis, barMillis, rates);
        return new PixelTimeline(heap, committed, rss, rates, collections, barMillis);
    }

    /** The samples of a stretch, and the one before and after, so that lines reach the edges. */
    static List<TimelineSample> within(List<TimelineSample> samples, long fromMillis, long toMillis) {
        int from = Math.max(0, firstFrom(samples, fromMillis) - 1);
        int to = Math.min(samples.size(), firstFrom(samples, toMillis + 1) + 1);
        return samples.subList(from, Math.max(from, to));
    }

    private static int firstFrom(List<TimelineSample> samples, long millis) {
        int low = 0;
        int high = samples.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (samples.get(middle).t() < millis) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int endOfStep(List<TimelineSample> samples, int start, long fromMillis, double stepMillis) {
        long step = (long) ((samples.get(start).t() - fromMillis) / stepMillis);
        int end = start + 1;
        while (end < samples.size() && (long) ((samples.get(end).t() - fromMillis) / stepMillis) == step) {
            end++;
        }
        return end;
    }

    private static void addExtremes(List<TimelineSample> step, Column heap) {
        TimelineSample low = step.get(0);
        TimelineSample high = step.get(0);
        for (TimelineSample sample : step) {
            low = sample.heapUsed() < low.heapUsed() ? sample : low;
            high = sample.heapUsed() > high.heapUsed() ? sample : high;
        }
        TimelineSample first = low.t() <= high.t() ? low : high;
        TimelineSample second = low.t() <= high.t() ? high : low;
        heap.add(first.t(), first.heapUsed() / MIB, first.heapUsed() >= 0);
        heap.add(second.t(), second.heapUsed() / MIB, second != first && second.heapUsed() >= 0);
    }

    private static void addRates(List<TimelineSample> samples, long fromMillis, double barMillis, Column rates) {
        int i = 1;
        while (i < samples.size()) {
            int end = endOfStep(samples, i, fromMillis, barMillis);
            TimelineSample before = samples.get(i - 1);
            TimelineSample last = samples.get(end - 1);
            long millis = last.t() - before.t();
            // The sum over live threads falls when a thread ends; that is no allocation.
            double bytes = Math.max(0, last.allocated() - before.allocated());
            double step = Math.floor((last.t() - fromMillis) / barMillis);
            boolean known = before.allocated() >= 0 && last.allocated() >= 0 && millis > 0;
            rates.add(fromMillis + (step + 0.5) * barMillis, bytes / MIB * 1000 / Math.max(1, millis), known);
            i = end;
        }
    }

    Column heap() {
        return heap;
    }

    Column committed() {
        return committed;
    }

    Column rss() {
        return rss;
    }

    /** Allocation rates, each at the middle of its bar. */
    Column rates() {
        return rates;
    }

    /** Times at which collections were seen, and how many milliseconds they took. */
    Column collections() {
        return collections;
    }

    /** How long a bar of {@link #rates()} lasts. */
    double barMillis() {
        return barMillis;
    }

    /** Points of a line, growing at the end. */
    static final class Column {
        private double[] times;
        private double[] values;
        private int size;

        Column(int capacity) {
            times = new double[capacity];
            values = new double[capacity];
        }

        private void add(double time, double value, boolean known) {
            if (!known) {
                return;
            }
            if (size == times.length) {
                times = Arrays.copyOf(times, 2 * size);
                values = Arrays.copyOf(values, 2 * size);
            }
            times[size] = time;
            values[size++] = value;
        }

        int size() {
            return size;
        }

        double time(int index) {
            return times[index];
        }

        double value(int index) {
            return values[index];
        }

        double max() {
            double max = 0;
            for (int i = 0; i < size; i++) {
                max = Math.max(max, values[i]);
            }
            return max;
        }
    }
}

package org.heapline.profile;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The target's memory over time, in a buffer of fixed size.
 *
 * <p>When it is full, each four neighbouring samples give way to the two of them with the lowest and the highest used
 * heap: half the samples go, the peaks and valleys stay, and what is new stays finest. The default size holds an hour
 * at ten samples a second before that happens for the first time.
 *
 * <p>May be used from any thread.
 */
public final class Timeline {
    /** An hour at ten samples a second. */
    public static final int DEFAULT_CAPACITY = 36_000;

    private static final int GROUP = 4;

    private final int capacity;
    private final List<TimelineSample> samples = new ArrayList<>();
    private @Nullable List<TimelineSample> shared = List.of();

    public Timeline() {
        this(DEFAULT_CAPACITY);
    }

    /** @param capacity how many samples at most, at least 8 */
    public Timeline(int capacity) {
        if (capacity < 2 * GROUP) {
            throw new IllegalArgumentException("a timeline of " + capacity + " samples: at least " + 2 * GROUP);
        }
        this.capacity = capacity;
    }

    /** Adds the newest sample. One that is older than the last is left out, so that time always ascends. */
    public synchronized void add(TimelineSample sample) {
        if (!samples.isEmpty() && sample.t() < samples.get(samples.size() - 1).t()) {
            return;
        }
        if (samples.size() == capacity) {
            thin();
        }
        samples.add(sample);
        shared = null;
    }

    /** The newest sample, or null before the first. */
    public synchronized @Nullable TimelineSample latest() {
        return samples.isEmpty() ? null : samples.get(samples.size() - 1);
    }

    /** All samples, ascending by time. Unmodifiable; the same list as before when nothing was added. */
    public synchronized List<TimelineSample> snapshot() {
        if (shared == null) {
            shared = List.copyOf(samples);
        }
        return shared;
    }

    /** Forgets all samples. */
    public synchronized void clear() {
        samples.clear();
        shared = null;
    }

    private void thin() {
        List<TimelineSample> kept = new ArrayList<>(samples.size() / 2 + 2);
        for (int from = 0; from < samples.size(); from += GROUP) {
            keepExtremes(samples.subList(from, Math.min(from + GROUP, samples.size())), kept);
        }
        // The beginning is the baseline's moment and the axis' end.
        if (kept.get(0) != samples.get(0)) {
            kept.add(0, samples.get(0));
        }
        samples.clear();
        samples.addAll(kept);
    }

    private static void keepExtremes(List<TimelineSample> group, List<TimelineSample> kept) {
        int low = 0;
        int high = 0;
        for (int i = 1; i < group.size(); i++) {
            low = group.get(i).heapUsed() < group.get(low).heapUsed() ? i : low;
            high = group.get(i).heapUsed() >= group.get(high).heapUsed() ? i : high;
        }
        kept.add(group.get(Math.min(low, high)));
        if (low != high) {
            kept.add(group.get(Math.max(low, high)));
        }
    }
}

package org.heapline.profile;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Everything measured up to a moment.
 *
 * @param target the JVM
 * @param backend what the Increments are made of
 * @param startedAt when the session began
 * @param duration from there to the moment of this snapshot
 * @param complete false when the target died or hung before the session was ended
 * @param methods the profiled methods, in the order in which they were instrumented
 * @param timeline ascending by time
 * @param trip the last trip, or null
 * @param problems what could not be profiled
 * @param threads what the lines took by thread, in no order; empty where nobody can say, as in a part of a session
 * @param sources text of the source files, by {@link MethodStats#file()}; those that were not found are absent
 * @param slices when the lines took their bytes, if that is to be kept; their lines are those of the methods
 */
public record Snapshot(
        TargetInfo target,
        Backend backend,
        Instant startedAt,
        Duration duration,
        boolean complete,
        List<MethodStats> methods,
        List<TimelineSample> timeline,
        @Nullable Trip trip,
        List<Problem> problems,
        List<ThreadStats> threads,
        Map<String, String> sources,
        LineSlices slices) {
    public Snapshot {
        methods = List.copyOf(methods);
        timeline = List.copyOf(timeline);
        problems = List.copyOf(problems);
        threads = List.copyOf(threads);
        sources = Map.copyOf(sources);
    }

    /** A snapshot that tells neither what which thread took nor when its lines took their bytes. */
    public Snapshot(
            TargetInfo target,
            Backend backend,
            Instant startedAt,
            Duration duration,
            boolean complete,
            List<MethodStats> methods,
            List<TimelineSample> timeline,
            @Nullable Trip trip,
            List<Problem> problems,
            Map<String, String> sources) {
        this(
                target,
                backend,
                startedAt,
                duration,
                complete,
                methods,
                timeline,
                trip,
                problems,
                List.of(),
                sources,
                LineSlices.NONE);
    }

    /** Whether all is the same; what differs from one moment to the next is looked at first, long lists last. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof Snapshot that
                        && duration.equals(that.duration)
                        && startedAt.equals(that.startedAt)
                        && backend == that.backend
                        && complete == that.complete
                        && target.equals(that.target)
                        && Objects.equals(trip, that.trip)
                        && problems.equals(that.problems)
                        && threads.equals(that.threads)
                        && methods.equals(that.methods)
                        && timeline.equals(that.timeline)
                        && sources.equals(that.sources)
                        && slices.equals(that.slices);
    }

    @Override
    public int hashCode() {
        return Objects.hash(target, startedAt, duration);
    }

    /** The same snapshot with these sources instead. */
    public Snapshot withSources(Map<String, String> found) {
        return new Snapshot(
                target, backend, startedAt, duration, complete, methods, timeline, trip, problems, threads, found,
                slices);
    }

    /** The same snapshot with these problems instead. */
    public Snapshot withProblems(List<Problem> known) {
        return new Snapshot(
                target, backend, startedAt, duration, complete, methods, timeline, trip, known, threads, sources,
                slices);
    }

    /** The same snapshot, which tells when its lines took their bytes. */
    public Snapshot withSlices(LineSlices known) {
        return new Snapshot(
                target, backend, startedAt, duration, complete, methods, timeline, trip, problems, threads, sources,
                known);
    }
}

package org.heapline.profile;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
 * @param sources text of the source files, by {@link MethodStats#file()}; those that were not found are absent
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
        Map<String, String> sources) {
    public Snapshot {
        methods = List.copyOf(methods);
        timeline = List.copyOf(timeline);
        problems = List.copyOf(problems);
        sources = Map.copyOf(sources);
    }

    /** The same snapshot with these sources instead. */
    public Snapshot withSources(Map<String, String> found) {
        return new Snapshot(target, backend, startedAt, duration, complete, methods, timeline, trip, problems, found);
    }
}

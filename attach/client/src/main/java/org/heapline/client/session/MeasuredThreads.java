package org.heapline.client.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.heapline.profile.ThreadStats;
import org.heapline.protocol.ThreadBytes;

/**
 * What the lines took by thread. It outlives the agent, as {@link MeasuredLines} does. Written by one thread at a time,
 * read by any.
 */
final class MeasuredThreads {
    private volatile List<ThreadStats> threads = List.of();
    private List<ThreadStats> earlier = List.of();

    /** Takes over what an agent says. */
    synchronized void take(ThreadBytes[] told) {
        Map<String, ThreadStats> before = new HashMap<>();
        earlier.forEach(each -> before.put(key(each), each));
        List<ThreadStats> now = new ArrayList<>();
        for (ThreadBytes each : told) {
            ThreadStats stats = new ThreadStats(
                    each.getName(), each.getId(), each.isVirtual(), each.getThreads(), each.getSelfBytes());
            ThreadStats same = before.remove(key(stats));
            now.add(same == null ? stats : stats.and(same));
        }
        earlier.stream().filter(each -> before.containsKey(key(each))).forEach(now::add);
        threads = List.copyOf(now);
    }

    /** A new agent has taken over: it counts from zero, what was counted so far stays. */
    synchronized void agentChanged() {
        earlier = threads;
    }

    /** All counters are zero again. */
    synchronized void reset() {
        earlier = List.of();
        threads = List.of();
    }

    List<ThreadStats> threads() {
        return threads;
    }

    private static String key(ThreadStats thread) {
        return thread.id() + (thread.virtual() ? " v " : " p ") + thread.name();
    }
}

package org.heapline.client.session;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.heapline.client.Attacher;
import org.heapline.client.Running;
import org.heapline.profile.Backend;
import org.heapline.protocol.AgentMXBean;

/**
 * What a session wants of the agent.
 *
 * @param leftOut classes that are to stay as they are
 * @param running what becomes of classes with a frame that may never return, when the agent is new
 */
record Wish(List<String> patterns, Set<String> leftOut, Backend backend, boolean includeChildren, Running running) {
    private static final Duration SHARED_MEMORY_INTERVAL = Duration.ofSeconds(1);
    private static final Duration LONGEST_SILENCE = Duration.ofMillis(AgentMXBean.LEASE_MILLIS / 2);

    Wish {
        patterns = List.copyOf(patterns);
        leftOut = Set.copyOf(leftOut);
    }

    static Wish of(Attacher.Options options) {
        return new Wish(options.patterns(), Set.of(), options.backend(), options.includeChildren(), options.running());
    }

    Wish leavingOut(Set<String> classes) {
        return new Wish(patterns, classes, backend, includeChildren, running);
    }

    /**
     * How far apart polls are that are to be so far apart. Each takes memory of the target's own heap: where that is what
     * lines are made of, it must be rare. But the agent leaves if it hears nothing.
     */
    Duration interval(Duration asked) {
        boolean disturbs = backend != Backend.ALLOCATED;
        Duration polite = disturbs && asked.compareTo(SHARED_MEMORY_INTERVAL) < 0 ? SHARED_MEMORY_INTERVAL : asked;
        return polite.compareTo(LONGEST_SILENCE) > 0 ? LONGEST_SILENCE : polite;
    }

    /** The argument of the agent for a target that is started with {@code -javaagent}. */
    String agentArguments(boolean lease, ClientId client) {
        String wanted = patterns.isEmpty() ? "" : "patterns=" + String.join(",", patterns) + ";";
        return wanted + "backend=" + backend.key() + ";children=" + includeChildren + ";lease=" + lease + ";client="
                + client.text();
    }

    /** Says it to the agent. */
    void tell(AgentMXBean agent) {
        agent.want(patterns.toArray(new String[0]), leftOut.toArray(new String[0]), backend.key(), includeChildren);
    }
}

package org.heapline.client.debug;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.heapline.client.MaxMem.Action;
import org.heapline.client.MaxMem.Limit;
import org.heapline.protocol.AgentMXBean;

/** A limit in the agent's words. */
public final class AgentLimit {
    private AgentLimit() {}

    /** Arms it; the limit in bytes. */
    static long arm(Limit limit, AgentMXBean agent) {
        return agent.arm(
                memory(limit),
                size(limit),
                action(limit.action()),
                limit.window().toMillis(),
                limit.includeChildren());
    }

    static String memory(Limit limit) {
        return limit.memory().name().toLowerCase(Locale.ROOT);
    }

    private static String size(Limit limit) {
        return limit.percent() > 0 ? limit.percent() + "%" : Long.toString(limit.bytes());
    }

    static String action(Action action) {
        return switch (action) {
            case JDWP -> "debugger";
            case NOTE -> "note";
            case PARK, AUTO -> "park";
        };
    }

    /**
     * The limit with which a target is started. No debugger is there yet: a thread that runs over it before a client
     * arms the limit again is parked.
     */
    public static Limit beforeMain(Limit limit) {
        return limit.with(limit.action() == Action.NOTE ? Action.NOTE : Action.PARK);
    }

    /** How the agent is told to arm before main. */
    public static String arguments(List<Limit> limits) {
        return "limits="
                + limits.stream()
                        .map(each -> String.join(
                                "/",
                                memory(each),
                                size(each),
                                action(each.action()),
                                Long.toString(each.window().toMillis()),
                                Boolean.toString(each.includeChildren())))
                        .collect(Collectors.joining("+"));
    }
}

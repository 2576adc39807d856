package org.heapline.client.debug;

import java.util.Locale;
import org.heapline.client.MaxMem.Action;
import org.heapline.client.MaxMem.Limit;

/** A limit in the agent's words. */
public final class AgentLimit {
    private AgentLimit() {}

    static String memory(Limit limit) {
        return limit.memory().name().toLowerCase(Locale.ROOT);
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
        Action action = limit.action() == Action.NOTE ? Action.NOTE : Action.PARK;
        return new Limit(limit.bytes(), limit.memory(), action);
    }

    /** How the agent is told to arm before main. */
    public static String arguments(Limit limit) {
        return "limit=" + limit.bytes() + ";memory=" + memory(limit) + ";action=" + action(limit.action());
    }
}

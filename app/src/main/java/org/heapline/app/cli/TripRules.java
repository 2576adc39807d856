package org.heapline.app.cli;

import java.util.List;
import java.util.Set;
import org.heapline.client.MaxMem;

/**
 * The limit, and what to do when it is exceeded.
 *
 * @param limitBytes the limit
 * @param memory which memory is limited
 * @param actions what was asked for; empty for the default: stop in the debugger if there is one, else park
 */
record TripRules(long limitBytes, MaxMem.Memory memory, Set<TripAction> actions) {
    TripRules(long limitBytes, MaxMem.Memory memory, List<TripAction> actions) {
        this(limitBytes, memory, Set.copyOf(actions));
    }

    /** The limit to arm. Files are written while the thread stands still, so it is always stopped. */
    MaxMem.Limit limit() {
        if (actions.contains(TripAction.JDWP)) {
            return new MaxMem.Limit(limitBytes, memory, MaxMem.Action.JDWP);
        }
        return new MaxMem.Limit(limitBytes, memory, actions.isEmpty() ? MaxMem.Action.AUTO : MaxMem.Action.PARK);
    }

    boolean asksFor(TripAction action) {
        return actions.contains(action);
    }

    /** Whether the thread stays stopped until a command releases it. */
    boolean waitsForCommands() {
        return !asksFor(TripAction.EXIT) && (actions.isEmpty() || asksFor(TripAction.PARK) || asksFor(TripAction.JDWP));
    }
}

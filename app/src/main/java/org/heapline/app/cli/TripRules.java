package org.heapline.app.cli;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heapline.app.cli.TripAction.Kind;
import org.heapline.client.MaxMem;

/**
 * The limits, and what to do when one is exceeded.
 *
 * @param limits one of each memory, with the action that they ask for
 * @param actions what was asked for; empty for the default: stop in the debugger if there is one, else park
 * @param rearmBytes by how much more a limit is armed again after a release; 0 for not at all
 */
record TripRules(List<MaxMem.Limit> limits, List<TripAction> actions, long rearmBytes) {
    TripRules {
        MaxMem.Action action = action(actions);
        Map<MaxMem.Memory, MaxMem.Limit> byMemory = new EnumMap<>(MaxMem.Memory.class);
        limits.forEach(limit -> byMemory.put(limit.memory(), limit.with(action)));
        limits = List.copyOf(byMemory.values());
        actions = List.copyOf(actions);
    }

    /** Files are written while the thread stands still, so it is always stopped. */
    private static MaxMem.Action action(List<TripAction> actions) {
        if (actions.stream().anyMatch(action -> action.kind() == Kind.JDWP)) {
            return MaxMem.Action.JDWP;
        }
        return actions.isEmpty() ? MaxMem.Action.AUTO : MaxMem.Action.PARK;
    }

    boolean asksFor(Kind kind) {
        return action(kind).isPresent();
    }

    /** The last action of that kind. */
    Optional<TripAction> action(Kind kind) {
        return actions.stream().filter(action -> action.kind() == kind).reduce((one, next) -> next);
    }

    /** Whether the thread stays stopped until a command releases it. */
    boolean waitsForCommands() {
        return !asksFor(Kind.EXIT) && (actions.isEmpty() || asksFor(Kind.PARK) || asksFor(Kind.JDWP));
    }
}

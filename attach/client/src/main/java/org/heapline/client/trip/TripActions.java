package org.heapline.client.trip;

import java.util.List;
import java.util.Optional;
import org.heapline.client.MaxMem;
import org.heapline.client.trip.TripAction.Kind;

/**
 * All that is done when a limit is exceeded.
 *
 * @param all what was asked for; empty for the default: stop in the debugger if there is one, else park
 */
public record TripActions(List<TripAction> all) {
    /** Stop in the debugger if there is one, else park. */
    public static final TripActions STOP = new TripActions(List.of());

    public TripActions {
        all = List.copyOf(all);
    }

    public boolean asksFor(Kind kind) {
        return action(kind).isPresent();
    }

    /** The last action of that kind. */
    public Optional<TripAction> action(Kind kind) {
        return all.stream().filter(action -> action.kind() == kind).reduce((one, next) -> next);
    }

    /** What is to be written and run, in that order, while the thread stands. */
    public List<TripAction> work() {
        return all.stream().filter(TripAction::isWork).toList();
    }

    /**
     * How the thread is stopped. Files are written while it stands still, so it always is. The debugger and parking
     * together mean: park where there is no debugger.
     */
    public MaxMem.Action stop() {
        if (asksFor(Kind.JDWP)) {
            return asksFor(Kind.PARK) ? MaxMem.Action.AUTO : MaxMem.Action.JDWP;
        }
        return all.isEmpty() ? MaxMem.Action.AUTO : MaxMem.Action.PARK;
    }

    /** Whether the thread stays stopped until somebody lets it go on. */
    public boolean waits() {
        return !asksFor(Kind.EXIT) && (all.isEmpty() || asksFor(Kind.PARK) || asksFor(Kind.JDWP));
    }
}

package org.heapline.client.trip;

import org.heapline.client.MaxMem;
import org.heapline.profile.Trip;

/**
 * A limit with all that happens when it is exceeded.
 *
 * @param limit with the action that {@code actions} ask for
 * @param actions what happens
 * @param rearmBytes by how much more the limit is armed again when the thread goes on; 0 for not at all
 */
public record Trigger(MaxMem.Limit limit, TripActions actions, long rearmBytes) {
    public Trigger {
        limit = limit.with(actions.stop());
    }

    /** The same with another limit. */
    public Trigger with(MaxMem.Limit other) {
        return new Trigger(other, actions, rearmBytes);
    }

    /** Whether the trip was one of this limit. */
    public boolean trippedAs(Trip trip) {
        return limit.memory().name().equalsIgnoreCase(trip.memory());
    }

    /** The limit to go on with after a trip, above what is used already. Only if there is a {@link #rearmBytes}. */
    public MaxMem.Limit after(Trip trip) {
        return limit.with(Math.max(trip.limitBytes(), trip.currentBytes()) + rearmBytes);
    }
}

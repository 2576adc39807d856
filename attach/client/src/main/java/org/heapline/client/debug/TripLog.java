package org.heapline.client.debug;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import org.heapline.client.MaxMem.Memory;
import org.heapline.profile.Trip;
import org.heapline.protocol.TripReport;
import org.jspecify.annotations.Nullable;

/** The trips of a session, each taken in once. May be used by several threads. */
final class TripLog {
    /** Trips of several threads at once may be told a little out of their order. */
    private static final int LATE = 30;

    private final Instant startedAt;
    private final List<Trip> trips = new ArrayList<>();
    private final SortedSet<Integer> known = new TreeSet<>();

    TripLog(Instant startedAt) {
        this.startedAt = startedAt;
    }

    /** Takes a trip in; null if it is known already. */
    synchronized @Nullable Trip add(TripReport report) {
        if (!known.add(report.getId())) {
            return null;
        }
        Trip trip = read(report);
        trips.add(trip);
        return trip;
    }

    Trip read(TripReport report) {
        return Trips.from(report, startedAt);
    }

    /** From where on trips may be unknown. */
    synchronized int from() {
        return (known.isEmpty() ? 0 : known.last()) - LATE;
    }

    /** Another agent counts from the beginning. */
    synchronized void restart() {
        known.clear();
    }

    synchronized boolean anyOf(Memory memory) {
        String name = memory.name().toLowerCase(Locale.ROOT);
        return trips.stream().anyMatch(trip -> trip.memory().equals(name));
    }

    synchronized @Nullable Trip last() {
        return trips.isEmpty() ? null : trips.get(trips.size() - 1);
    }

    synchronized List<Trip> all() {
        return List.copyOf(trips);
    }
}

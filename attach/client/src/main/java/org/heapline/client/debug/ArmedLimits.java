package org.heapline.client.debug;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.heapline.client.MaxMem.Action;
import org.heapline.client.MaxMem.Limit;
import org.heapline.client.MaxMem.Memory;
import org.heapline.protocol.TripReport;
import org.jspecify.annotations.Nullable;

/** The limits that are armed, and those with which the target was started. May be used by several threads. */
final class ArmedLimits {
    private final Map<Memory, Limit> armed = new EnumMap<>(Memory.class);
    private final Map<Memory, Limit> atStart = new EnumMap<>(Memory.class);
    private final Map<Memory, Limit> last = new EnumMap<>(Memory.class);

    /** Arms a limit; the one that it replaces, or null. */
    synchronized @Nullable Limit put(Limit limit) {
        last.put(limit.memory(), limit);
        return armed.put(limit.memory(), limit);
    }

    /** The limit was refused: what was armed before still is. */
    synchronized void restore(Memory memory, @Nullable Limit before) {
        if (before == null) {
            armed.remove(memory);
        } else {
            armed.put(memory, before);
        }
    }

    /** The target knows what a percentage stands for. */
    synchronized void resolve(Limit asked, long bytes) {
        armed.computeIfPresent(asked.memory(), (memory, now) -> now == asked ? asked.with(bytes) : now);
    }

    synchronized void startedWith(List<Limit> limits) {
        for (Limit each : limits) {
            put(each);
            atStart.put(each.memory(), each);
        }
    }

    /** Whether the target was started with that limit, and it was not said since that it has tripped. */
    synchronized boolean isFromStart(Limit limit) {
        Limit start = atStart.get(limit.memory());
        return start != null && start.bytes() == limit.bytes() && start.percent() == limit.percent();
    }

    synchronized void startIsOver(Memory memory) {
        atStart.remove(memory);
    }

    /** The limit of a trip; null if it was not known here. */
    synchronized @Nullable Limit of(TripReport report) {
        return armed.values().stream()
                .filter(each -> each.memory().name().equalsIgnoreCase(report.getMemory()))
                .findFirst()
                .orElse(null);
    }

    /** The limit of a trip is armed no more. An edit may have come after the trip: then it is armed still. */
    synchronized void tripped(TripReport report) {
        Limit limit = of(report);
        if (limit != null && (limit.bytes() == report.getLimitBytes() || limit.percent() > 0)) {
            armed.remove(limit.memory());
        }
    }

    /** Nothing is armed for that memory; an empty name stands for all. */
    synchronized void forget(String memory) {
        armed.keySet().removeIf(each -> memory.isEmpty() || each.name().equalsIgnoreCase(memory));
    }

    synchronized @Nullable Limit first() {
        return armed.values().stream().findFirst().orElse(null);
    }

    /** As it was armed last, also if it has tripped since. */
    synchronized @Nullable Limit last(Memory memory) {
        return last.get(memory);
    }

    synchronized List<Limit> all() {
        return List.copyOf(armed.values());
    }

    synchronized boolean isEmpty() {
        return armed.isEmpty();
    }

    /** Those whose thread is to stop in the debugger. */
    synchronized List<Limit> forDebugger() {
        return armed.values().stream()
                .filter(each -> each.action() == Action.JDWP)
                .toList();
    }
}

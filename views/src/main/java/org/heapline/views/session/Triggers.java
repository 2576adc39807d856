package org.heapline.views.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.heapline.client.MaxMem;
import org.heapline.client.PausedThread;
import org.heapline.client.trip.LimitSize;
import org.heapline.client.trip.Trigger;
import org.heapline.client.trip.TripActions;
import org.heapline.profile.Trip;
import org.jspecify.annotations.Nullable;

/**
 * The limits of a session, one of each memory: those that are armed, and those that were and can be again. What they ask
 * for is done when they are exceeded. To be used on the JavaFX thread.
 */
public final class Triggers {
    private final SessionViewModel session;
    private final Map<MaxMem.Memory, Trigger> known = new EnumMap<>(MaxMem.Memory.class);

    /** What was asked of the target and is not answered yet: until then the target's limits are not the wanted ones. */
    private final Set<MaxMem.Memory> asked = EnumSet.noneOf(MaxMem.Memory.class);

    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final TripWork work;

    /**
     * A limit as it is shown.
     *
     * @param trigger what is wanted
     * @param armed what is in force, percentages as bytes; null if it is not armed
     */
    public record Row(Trigger trigger, MaxMem.@Nullable Limit armed) {
        public MaxMem.Memory memory() {
            return trigger.limit().memory();
        }
    }

    Triggers(SessionViewModel session) {
        this.session = session;
        this.work = new TripWork(session, this);
    }

    /** All limits, in the order of the memories. */
    public ObservableList<Row> rows() {
        return rows;
    }

    /** The limit of a memory. */
    public Optional<Row> of(MaxMem.Memory memory) {
        return rows.stream().filter(row -> row.memory() == memory).findFirst();
    }

    /** Becomes true when a limit that ends Heapline was exceeded, and what it asked for is done. */
    public ReadOnlyBooleanProperty exitProperty() {
        return work.exitProperty();
    }

    /** Says where the files of trips are to be written. */
    public void writeTo(Path folder) {
        work.writeTo(folder);
    }

    /** Takes over what the session says. */
    void follow(MaxMem maxMem) {
        List<MaxMem.Limit> armed = maxMem.limits();
        for (MaxMem.Limit each : armed) {
            if (!asked.contains(each.memory()) && !isKnown(each)) {
                known.put(each.memory(), new Trigger(each, TripActions.STOP, 0));
            }
        }
        show(armed);
        work.follow(maxMem);
    }

    /** The target knows percentages as bytes. */
    private boolean isKnown(MaxMem.Limit limit) {
        Trigger trigger = known.get(limit.memory());
        return trigger != null
                && (trigger.limit().percent() > 0 || trigger.limit().bytes() == limit.bytes());
    }

    private void show(List<MaxMem.Limit> armed) {
        List<Row> now = new ArrayList<>();
        known.forEach((memory, trigger) -> now.add(new Row(
                trigger,
                armed.stream()
                        .filter(limit -> limit.memory() == memory)
                        .findFirst()
                        .orElse(null))));
        if (!now.equals(rows)) {
            rows.setAll(now);
        }
    }

    /** Arms a limit, or edits the one of the same memory. One that the target refuses leaves all as it was. */
    public void arm(Trigger wanted) {
        MaxMem.Memory memory = wanted.limit().memory();
        Trigger before = known.put(memory, wanted);
        ask(memory, s -> s.maxMem().arm(wanted.limit()), () -> {
            if (before == null) {
                known.remove(memory);
            } else {
                known.put(memory, before);
            }
        });
    }

    /** Disarms a limit, which can be armed again. */
    public void disarm(MaxMem.Memory memory) {
        ask(memory, s -> s.maxMem().disarm(memory), () -> {});
    }

    /** Disarms a limit and forgets it. */
    public void remove(MaxMem.Memory memory) {
        known.remove(memory);
        disarm(memory);
    }

    private void ask(MaxMem.Memory memory, Requests.Question question, Runnable refused) {
        asked.add(memory);
        session.requests().ask(s -> {
            boolean done = false;
            try {
                question.put(s);
                done = true;
            } finally {
                boolean failed = !done;
                session.fx().later(() -> {
                    asked.remove(memory);
                    if (failed) {
                        refused.run();
                    }
                    follow(s.maxMem());
                });
            }
        });
    }

    /** Lets the stopped thread go on, with its limit armed again if that is wanted. */
    public void resume() {
        PausedThread thread = session.pausedProperty().get();
        if (thread != null) {
            letGo(thread);
        }
    }

    void letGo(PausedThread thread) {
        Trigger trigger = of(thread.trip());
        letGo(thread, trigger == null || trigger.rearmBytes() == 0 ? null : trigger.after(thread.trip()));
    }

    /** Lets the stopped thread go on with its limit armed again at this size. */
    public void resumeWith(long bytes) {
        PausedThread thread = session.pausedProperty().get();
        if (thread != null) {
            Trigger trigger = of(thread.trip());
            MaxMem.Memory memory = LimitSize.memory(thread.trip().memory());
            letGo(
                    thread,
                    trigger == null
                            ? new MaxMem.Limit(bytes, memory, MaxMem.Action.AUTO)
                            : trigger.limit().with(bytes));
        }
    }

    /** Armed before the thread goes on, which may cross it with its next line. */
    private void letGo(PausedThread thread, MaxMem.@Nullable Limit limit) {
        if (limit != null) {
            known.computeIfPresent(limit.memory(), (memory, trigger) -> trigger.with(limit));
        }
        session.requests().ask(s -> {
            try {
                if (limit != null) {
                    s.maxMem().arm(limit);
                }
            } finally {
                thread.resume();
            }
        });
    }

    /** What is to be done about a trip; null if it is no limit of this window. */
    @Nullable
    Trigger of(Trip trip) {
        return known.values().stream()
                .filter(trigger -> trigger.trippedAs(trip))
                .findFirst()
                .orElse(null);
    }
}

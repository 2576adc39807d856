package org.heapline.views.session;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.heapline.client.MaxMem;
import org.heapline.client.trip.LimitSize;
import org.heapline.client.trip.Trigger;
import org.heapline.client.trip.TripActions;
import org.heapline.profile.Trip;
import org.heapline.views.fx.Ties;
import org.heapline.views.session.Triggers.Row;
import org.heapline.views.text.Figures;
import org.jspecify.annotations.Nullable;

/** MAXMEM in the toolbar: one limit as text, which memory, and the armed switch. There may be others beside it. */
public final class MaxMemViewModel {
    private static final String FIRST_LIMIT = "512 MiB";

    /** What can be limited here; all else has more to say than a size. */
    static final List<MaxMem.Memory> MEMORIES =
            List.of(MaxMem.Memory.LIVE, MaxMem.Memory.HEAP, MaxMem.Memory.RSS, MaxMem.Memory.LINE, MaxMem.Memory.CALL);

    private final SessionViewModel session;
    private final StringProperty limit = new SimpleStringProperty(FIRST_LIMIT);
    private final ObjectProperty<MaxMem.Memory> memory = new SimpleObjectProperty<>(MaxMem.Memory.LIVE);
    private final BooleanProperty on = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyIntegerWrapper others = new ReadOnlyIntegerWrapper();
    private boolean following;

    /** @param ties let go of the session */
    public MaxMemViewModel(SessionViewModel session, Ties ties) {
        this.session = session;
        ties.follow(session.triggers().rows(), changed -> follow());
        // A request that failed changes nothing in the session: the switch goes back to what is.
        ties.follow(session.busyProperty(), (property, was, is) -> {
            if (!is) {
                follow();
            }
        });
        session.triggers().rows().stream()
                .filter(row -> row.armed() != null && MEMORIES.contains(row.memory()))
                .findFirst()
                .ifPresent(row -> memory.set(row.memory()));
        follow();
        showExceeded(session.tripProperty().get());
        on.addListener((property, was, is) -> switched(is));
        memory.addListener((property, was, is) -> changed(was));
        limit.addListener((property, was, is) -> check());
    }

    /** Takes over what the session says; that is no wish of the user. */
    private void follow() {
        Row row = session.triggers().of(memory.get()).orElse(null);
        MaxMem.Limit armed = row == null ? null : row.armed();
        following = true;
        on.set(armed != null);
        if (row != null && armed != null && !isWritten(row)) {
            double percent = row.trigger().limit().percent();
            limit.set(percent > 0 ? LimitSize.percent(percent) : Figures.bytes(armed.bytes()));
        }
        following = false;
        others.set((int) session.triggers().rows().stream()
                .filter(each -> each.armed() != null && each.memory() != memory.get())
                .count());
    }

    /** Whether the text says what is armed, in whatever way. */
    private boolean isWritten(Row row) {
        if (!problem.get().isEmpty()) {
            return false;
        }
        LimitSize written = LimitSize.parse(Figures.pointed(limit.get()));
        MaxMem.Limit wanted = row.trigger().limit();
        return written.percent() == wanted.percent() && (written.percent() > 0 || written.bytes() == wanted.bytes());
    }

    /** A limit that has stopped the program before this view was there is the one to go on with. */
    private void showExceeded(@Nullable Trip trip) {
        if (trip != null && !on.get()) {
            limit.set(Figures.bytes(trip.limitBytes()));
            Arrays.stream(MaxMem.Memory.values())
                    .filter(known -> known.name().equalsIgnoreCase(trip.memory()) && MEMORIES.contains(known))
                    .forEach(memory::set);
        }
    }

    private void switched(boolean wished) {
        if (following) {
            return;
        }
        if (!wished) {
            session.triggers().disarm(memory.get());
        } else if (check()) {
            arm();
        } else {
            session.noticeProperty().set(Notice.failed(problem.get()));
            following = true;
            on.set(false);
            following = false;
        }
    }

    private void arm() {
        LimitSize written = LimitSize.parse(Figures.pointed(limit.get()));
        MaxMem.Limit wanted = new MaxMem.Limit(
                written.bytes(),
                written.percent(),
                memory.get(),
                MaxMem.Action.AUTO,
                MaxMem.Limit.WINDOW,
                session.triggers()
                        .of(memory.get())
                        .map(row -> row.trigger().limit().includeChildren())
                        .orElse(false));
        session.triggers()
                .arm(session.triggers()
                        .of(memory.get())
                        .map(row -> row.trigger().with(wanted))
                        .orElseGet(() -> new Trigger(wanted, TripActions.STOP, 0)));
    }

    /** Another memory: the limit moves there, if armed. */
    private void changed(MaxMem.Memory before) {
        if (!following && on.get()) {
            session.triggers().disarm(before);
            switched(true);
        } else {
            follow();
        }
    }

    /** Arms anew with what is written now, if armed. */
    public void apply() {
        if (on.get() && !following) {
            switched(true);
        }
    }

    private boolean check() {
        try {
            LimitSize size = LimitSize.parse(Figures.pointed(limit.get()));
            if (size.memory() != null) {
                throw new IllegalArgumentException(
                        "'" + limit.get() + "' is more than a size; write for example 512MiB or 80%");
            }
            problem.set("");
            return true;
        } catch (IllegalArgumentException e) {
            problem.set(Objects.requireNonNullElse(e.getMessage(), limit.get()));
            return false;
        }
    }

    /** The limit as the user writes it. */
    public StringProperty limitProperty() {
        return limit;
    }

    /** Which memory is limited. */
    public ObjectProperty<MaxMem.Memory> memoryProperty() {
        return memory;
    }

    /** The armed switch: follows the session, and arms or disarms it when the user moves it. */
    public BooleanProperty onProperty() {
        return on;
    }

    /** Why the limit cannot be read; empty if it can. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** How many limits are armed beside this one. */
    public ReadOnlyIntegerProperty othersProperty() {
        return others.getReadOnlyProperty();
    }
}

package org.heapline.views.session;

import java.util.Arrays;
import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.heapline.client.MaxMem;
import org.heapline.profile.MemorySize;
import org.heapline.profile.Trip;
import org.heapline.views.text.Figures;
import org.jspecify.annotations.Nullable;

/** MAXMEM in the toolbar: the limit as text, which memory, and the armed switch. */
public final class MaxMemViewModel {
    private static final String FIRST_LIMIT = "512 MiB";

    private final SessionViewModel session;
    private final StringProperty limit = new SimpleStringProperty(FIRST_LIMIT);
    private final ObjectProperty<MaxMem.Memory> memory = new SimpleObjectProperty<>(MaxMem.Memory.LIVE);
    private final BooleanProperty on = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private boolean following;

    public MaxMemViewModel(SessionViewModel session) {
        this.session = session;
        session.armedProperty().addListener(changed -> follow());
        // A request that failed changes nothing in the session: the switch goes back to what is.
        session.busyProperty().addListener((property, was, is) -> {
            if (!is) {
                follow();
            }
        });
        follow();
        showExceeded(session.tripProperty().get());
        on.addListener((property, was, is) -> switched(is));
        memory.addListener((property, was, is) -> apply());
        limit.addListener((property, was, is) -> check());
    }

    /** Takes over what the session says; that is no wish of the user. */
    private void follow() {
        MaxMem.Limit armed = session.armedProperty().get();
        following = true;
        on.set(armed != null);
        if (armed != null) {
            memory.set(armed.memory());
            if (!problem.get().isEmpty() || MemorySize.parse(limit.get()) != armed.bytes()) {
                limit.set(Figures.bytes(armed.bytes()));
            }
        }
        following = false;
    }

    /** A limit that has stopped the program before this view was there is the one to go on with. */
    private void showExceeded(@Nullable Trip trip) {
        if (trip != null && !on.get()) {
            limit.set(Figures.bytes(trip.limitBytes()));
            Arrays.stream(MaxMem.Memory.values())
                    .filter(known -> known.name().equalsIgnoreCase(trip.memory()))
                    .forEach(memory::set);
        }
    }

    private void switched(boolean wished) {
        if (following) {
            return;
        }
        if (!wished) {
            session.disarm();
        } else if (check()) {
            session.arm(MemorySize.parse(limit.get()), memory.get());
        } else {
            session.noticeProperty().set(Notice.failed(problem.get()));
            following = true;
            on.set(false);
            following = false;
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
            MemorySize.parse(limit.get());
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
}

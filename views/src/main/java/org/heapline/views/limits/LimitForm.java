package org.heapline.views.limits;

import java.time.Duration;
import java.util.Objects;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.heapline.client.MaxMem;
import org.heapline.client.MaxMem.Memory;
import org.heapline.client.trip.LimitSize;
import org.heapline.client.trip.Trigger;
import org.heapline.client.trip.TripAction.Kind;
import org.heapline.profile.Backend;
import org.heapline.profile.MemorySize;
import org.heapline.views.text.Figures;
import org.heapline.views.text.Messages;
import org.jspecify.annotations.Nullable;

/** One limit as it is being written. */
public final class LimitForm {
    private static final double MILLIS_A_MINUTE = 60_000;
    private static final double MOST_MINUTES = 1440;

    private final Backend backend;
    private final ObjectProperty<Memory> memory = new SimpleObjectProperty<>(Memory.LIVE);
    private final StringProperty size = new SimpleStringProperty("");
    private final StringProperty minutes = new SimpleStringProperty("1");
    private final BooleanProperty children = new SimpleBooleanProperty();
    private final ActionChoice actions = new ActionChoice();
    private final BooleanProperty rearm = new SimpleBooleanProperty();
    private final StringProperty rearmBy = new SimpleStringProperty("64 MiB");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    /** What is shown is rounded: unless it is written over, the limit stays what it was. */
    private @Nullable Trigger shown;

    private String shownSize = "";
    private String shownRearm = "";

    /** @param backend what the lines of the session are made of */
    LimitForm(Backend backend) {
        this.backend = backend;
        for (Observable each :
                new Observable[] {memory, size, minutes, rearm, rearmBy, actions.commandProperty(), actions.of(Kind.RUN)
                }) {
            each.addListener(changed -> problem.set(""));
        }
    }

    /** What is limited. */
    public ObjectProperty<Memory> memoryProperty() {
        return memory;
    }

    /** How much: a size, or a percentage. */
    public StringProperty sizeProperty() {
        return size;
    }

    /** How long growth must last, in minutes. */
    public StringProperty minutesProperty() {
        return minutes;
    }

    /** Whether the resident set is that of the child processes too. */
    public BooleanProperty childrenProperty() {
        return children;
    }

    /** What is to happen. */
    public ActionChoice actions() {
        return actions;
    }

    /** Whether the limit is armed again when the thread goes on. */
    public BooleanProperty rearmProperty() {
        return rearm;
    }

    /** By how much higher. */
    public StringProperty rearmByProperty() {
        return rearmBy;
    }

    /** Why it is no limit; empty until that was tried. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Shows a limit, to be changed. */
    void show(Trigger trigger) {
        MaxMem.Limit limit = trigger.limit();
        memory.set(limit.memory());
        size.set(
                limit.percent() > 0
                        ? LimitSize.percent(limit.percent())
                        : Figures.bytes(limit.bytes()) + (limit.memory() == Memory.RATE ? "/min" : ""));
        minutes.set(
                LimitSize.percent(limit.window().toMillis() / MILLIS_A_MINUTE).replace("%", ""));
        children.set(limit.includeChildren());
        actions.show(trigger.actions());
        rearm.set(trigger.rearmBytes() > 0);
        if (trigger.rearmBytes() > 0) {
            rearmBy.set(Figures.bytes(trigger.rearmBytes()));
        }
        shown = trigger;
        shownSize = size.get();
        shownRearm = rearmBy.get();
        problem.set("");
    }

    /** Empties what is different for each limit. */
    void clear() {
        shown = null;
        size.set("");
        problem.set("");
    }

    /** What is written, or null with the {@link #problemProperty() problem} said. */
    @Nullable
    Trigger read() {
        try {
            Trigger read = new Trigger(limit(), actions.read(), rearm.get() ? rearmBytes() : 0);
            problem.set("");
            return read;
        } catch (IllegalArgumentException e) {
            problem.set(Objects.requireNonNullElse(e.getMessage(), size.get()));
            return null;
        }
    }

    private long rearmBytes() {
        Trigger before = shown;
        return before != null && before.rearmBytes() > 0 && rearmBy.get().equals(shownRearm)
                ? before.rearmBytes()
                : MemorySize.parse(Figures.pointed(rearmBy.get()));
    }

    private LimitSize written() {
        Trigger before = shown;
        if (before != null
                && memory.get() == before.limit().memory()
                && size.get().equals(shownSize)) {
            boolean rate = memory.get() == Memory.RATE;
            return new LimitSize(null, before.limit().bytes(), before.limit().percent(), rate);
        }
        return LimitSize.parse(Figures.pointed(size.get()));
    }

    private MaxMem.Limit limit() {
        Memory of = memory.get();
        if ((of == Memory.LINE || of == Memory.CALL) && backend != Backend.ALLOCATED) {
            throw new IllegalArgumentException(Messages.text("limits.problem.backend"));
        }
        LimitSize written = written();
        boolean ofAnother = written.memory() != null && written.memory() != of;
        if (ofAnother || written.perMinute() && of != Memory.RATE) {
            throw new IllegalArgumentException(Messages.text("limits.problem.more", size.get()));
        }
        boolean share = of == Memory.HEAP || of == Memory.LIVE || of == Memory.CONTAINER;
        if (written.percent() > 0 && !share) {
            throw new IllegalArgumentException(Messages.text("limits.problem.percent"));
        }
        return new MaxMem.Limit(
                written.bytes(),
                written.percent(),
                of,
                MaxMem.Action.AUTO,
                of == Memory.RATE ? window() : MaxMem.Limit.WINDOW,
                of == Memory.RSS && children.get());
    }

    private Duration window() {
        String text = minutes.get().strip();
        double length = text.matches("\\d{1,4}([.,]\\d{1,3})?") ? Double.parseDouble(text.replace(',', '.')) : 0;
        if (length * MILLIS_A_MINUTE < 1000 || length > MOST_MINUTES) {
            throw new IllegalArgumentException(Messages.text("limits.problem.minutes", text));
        }
        return Duration.ofMillis(Math.round(length * MILLIS_A_MINUTE));
    }
}

package org.heapline.views.limits;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.heapline.client.trip.TripAction;
import org.heapline.client.trip.TripAction.Kind;
import org.heapline.client.trip.TripActions;
import org.heapline.views.text.Messages;

/** What is to happen when a limit is exceeded, as boxes to tick. */
public final class ActionChoice {
    /** In the order in which things are done: what is written stands before what ends. */
    private static final List<Kind> KINDS =
            List.of(Kind.JDWP, Kind.PARK, Kind.SNAPSHOT, Kind.DUMP, Kind.HISTOGRAM, Kind.THREADS, Kind.RUN, Kind.EXIT);

    private static final String LIVE = "live";
    private static final String COMPRESSED = "gz";

    private final Map<Kind, BooleanProperty> ticks = new LinkedHashMap<>();
    private final BooleanProperty live = new SimpleBooleanProperty();
    private final BooleanProperty compressed = new SimpleBooleanProperty();
    private final StringProperty command = new SimpleStringProperty("");

    ActionChoice() {
        KINDS.forEach(kind -> ticks.put(kind, new SimpleBooleanProperty()));
        show(TripActions.STOP);
    }

    /** Whether that is to happen. */
    public BooleanProperty of(Kind kind) {
        BooleanProperty tick = ticks.get(kind);
        if (tick == null) {
            throw new IllegalArgumentException(kind + " cannot be chosen here");
        }
        return tick;
    }

    /** Whether a heap dump is to have reachable objects only. */
    public BooleanProperty liveProperty() {
        return live;
    }

    /** Whether a heap dump is to be compressed. */
    public BooleanProperty compressedProperty() {
        return compressed;
    }

    /** The command to run. */
    public StringProperty commandProperty() {
        return command;
    }

    /** Ticks the boxes as they are wanted. Nothing said means: the debugger where there is one, else parking. */
    void show(TripActions actions) {
        boolean plain = actions.all().isEmpty();
        ticks.forEach((kind, tick) -> tick.set(plain ? kind == Kind.JDWP || kind == Kind.PARK : actions.asksFor(kind)));
        live.set(actions.action(Kind.DUMP).map(dump -> dump.has(LIVE)).orElse(false));
        compressed.set(
                actions.action(Kind.DUMP).map(dump -> dump.has(COMPRESSED)).orElse(false));
        command.set(actions.action(Kind.RUN).map(TripAction::detail).orElse(""));
    }

    /**
     * What is ticked.
     *
     * @throws IllegalArgumentException if that is nothing, or something is missing; the message is fit for a user
     */
    TripActions read() {
        List<TripAction> chosen = new ArrayList<>();
        ticks.forEach((kind, tick) -> {
            if (tick.get()) {
                chosen.add(new TripAction(kind, detail(kind)));
            }
        });
        if (chosen.isEmpty()) {
            throw new IllegalArgumentException(Messages.text("limits.problem.nothing"));
        }
        List<Kind> kinds = chosen.stream().map(TripAction::kind).toList();
        return kinds.equals(List.of(Kind.JDWP, Kind.PARK)) ? TripActions.STOP : new TripActions(chosen);
    }

    private String detail(Kind kind) {
        if (kind == Kind.DUMP) {
            return Stream.of(live.get() ? LIVE : "", compressed.get() ? COMPRESSED : "")
                    .filter(word -> !word.isEmpty())
                    .collect(Collectors.joining(","));
        }
        if (kind != Kind.RUN) {
            return "";
        }
        if (command.get().isBlank()) {
            throw new IllegalArgumentException(Messages.text("limits.problem.command"));
        }
        return command.get().strip();
    }
}

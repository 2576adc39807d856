package org.heapline.views.limits;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.heapline.client.MaxMem;
import org.heapline.client.trip.LimitSize;
import org.heapline.client.trip.Trigger;
import org.heapline.client.trip.TripAction;
import org.heapline.client.trip.TripActions;
import org.heapline.views.session.SessionViewModel;
import org.heapline.views.session.Triggers;
import org.heapline.views.session.Triggers.Row;
import org.heapline.views.text.Figures;
import org.heapline.views.text.Messages;

/** All limits of a session: listed, armed and disarmed one by one, changed, added. */
public final class LimitsViewModel {
    private final Triggers triggers;
    private final LimitForm form;
    private final ReadOnlyBooleanWrapper changing = new ReadOnlyBooleanWrapper();

    public LimitsViewModel(SessionViewModel session) {
        this.triggers = session.triggers();
        this.form = new LimitForm(session.backend());
        form.memoryProperty().addListener(changed -> look());
        triggers.rows().addListener((ListChangeListener<Row>) change -> look());
        look();
    }

    /** The limits, one of each memory at most. */
    public ObservableList<Row> rows() {
        return triggers.rows();
    }

    /** The limit that is being written. */
    public LimitForm form() {
        return form;
    }

    /** Whether there is a limit of the memory that is written about: it is changed then, else added. */
    public ReadOnlyBooleanProperty changingProperty() {
        return changing.getReadOnlyProperty();
    }

    private void look() {
        changing.set(triggers.of(form.memoryProperty().get()).isPresent());
    }

    /** Writes a limit into the form. */
    public void edit(Row row) {
        form.show(row.trigger());
    }

    /** Arms what is written. */
    public void apply() {
        Trigger written = form.read();
        if (written != null) {
            triggers.arm(written);
            form.clear();
        }
    }

    /** Arms a limit again, or disarms it. */
    public void arm(Row row, boolean armed) {
        if (armed && row.armed() == null) {
            triggers.arm(row.trigger());
        } else if (!armed && row.armed() != null) {
            triggers.disarm(row.memory());
        }
    }

    /** Disarms a limit and forgets it. */
    public void remove(Row row) {
        triggers.remove(row.memory());
    }

    /** The name of a memory. */
    public static String name(MaxMem.Memory memory) {
        return Messages.text("limits.memory." + memory.name().toLowerCase(Locale.ROOT));
    }

    /** How much a limit allows. */
    static String size(Row row) {
        MaxMem.Limit wanted = row.trigger().limit();
        MaxMem.Limit armed = row.armed();
        if (wanted.percent() > 0) {
            String share = LimitSize.percent(wanted.percent());
            return armed == null || armed.bytes() == 0 ? share : share + " = " + Figures.bytes(armed.bytes());
        }
        String size = Figures.bytes(wanted.bytes());
        if (wanted.memory() == MaxMem.Memory.RATE) {
            String minutes =
                    LimitSize.percent(wanted.window().toSeconds() / 60.0).replace("%", "");
            return Messages.text("limits.row.rate", size, minutes);
        }
        return wanted.includeChildren() ? Messages.text("limits.row.children", size) : size;
    }

    /** What a limit does. */
    static String actions(Row row) {
        TripActions actions = row.trigger().actions();
        List<String> all = new ArrayList<>();
        boolean either = actions.stop() == MaxMem.Action.AUTO;
        if (either) {
            all.add(Messages.text("limits.row.stop"));
        }
        for (TripAction each : actions.all()) {
            if (either && (each.kind() == TripAction.Kind.JDWP || each.kind() == TripAction.Kind.PARK)) {
                continue;
            }
            String kind = Messages.text(
                    "limits.row." + each.kind().name().toLowerCase(Locale.ROOT),
                    each.detail().replace(",", ", "));
            boolean bare = each.kind() == TripAction.Kind.DUMP && each.detail().isEmpty();
            all.add(bare ? Messages.text("limits.action.dump") : kind);
        }
        if (row.trigger().rearmBytes() > 0) {
            all.add(Messages.text(
                    "limits.row.rearm", Figures.bytes(row.trigger().rearmBytes())));
        }
        return String.join(" · ", all);
    }
}

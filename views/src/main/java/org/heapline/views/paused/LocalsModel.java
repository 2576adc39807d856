package org.heapline.views.paused;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.heapline.client.PausedThread;
import org.heapline.client.SessionException;
import org.heapline.client.Variable;
import org.heapline.profile.Trip.Local;
import org.heapline.views.session.SessionViewModel;
import org.heapline.views.text.Messages;
import org.jspecify.annotations.Nullable;

/** The locals of the chosen frame, as a tree whose branches are read when they are opened. */
public final class LocalsModel {
    private final SessionViewModel session;
    private final ObservableList<Variable> roots = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private @Nullable PausedThread thread;
    private int frame;
    private int request;
    private boolean reading;

    LocalsModel(SessionViewModel session) {
        this.session = session;
    }

    /** The locals themselves. */
    public ObservableList<Variable> roots() {
        return roots;
    }

    /** Why there are none. */
    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    /** The frame whose locals these are. */
    int frame() {
        return frame;
    }

    boolean settled() {
        return !reading;
    }

    void clear() {
        request++;
        reading = false;
        thread = null;
        roots.clear();
    }

    void read(PausedThread now, int chosen) {
        int mine = ++request;
        thread = now;
        frame = chosen;
        reading = true;
        session.background().fetch(() -> variables(now, chosen), found -> {
            if (mine == request) {
                reading = false;
                roots.setAll(found);
                text.set(
                        Messages.text(chosen > 0 && !now.inDebugger() ? "paused.locals.parked" : "paused.locals.none"));
            }
        });
    }

    /** With their sizes where the agent can look into them, else what is known. */
    private static List<Variable> variables(PausedThread now, int chosen) throws SessionException {
        if (now.handedOverTo() == null) {
            try {
                List<Variable> found = now.look(chosen, List.of());
                if (!found.isEmpty()) {
                    return found;
                }
            } catch (SessionException e) {
                return plain(now.locals(chosen)); // A place that the agent cannot look into: no sizes.
            }
        }
        return plain(now.locals(chosen));
    }

    private static List<Variable> plain(List<Local> locals) {
        List<Variable> plain = new ArrayList<>();
        for (Local each : locals) {
            plain.add(new Variable(each.name(), each.type(), each.value(), -1, -1, -1, false, false));
        }
        return plain;
    }

    /**
     * Reads what an object holds.
     *
     * @param path names from a local on
     * @param then gets its fields or elements, unless the thread has moved meanwhile
     */
    public void open(List<String> path, Consumer<List<Variable>> then) {
        PausedThread now = thread;
        int mine = request;
        int chosen = frame;
        if (now != null) {
            session.background().fetch(() -> now.look(chosen, path), found -> {
                if (mine == request) {
                    then.accept(found);
                }
            });
        }
    }
}

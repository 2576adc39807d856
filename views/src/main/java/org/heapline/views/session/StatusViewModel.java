package org.heapline.views.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.heapline.client.Session.OwnCost;
import org.heapline.client.Session.State;
import org.heapline.profile.Problem;
import org.heapline.views.fx.Ties;
import org.heapline.views.text.Figures;
import org.heapline.views.text.Messages;

/** What the status bar says of a session. */
public final class StatusViewModel {
    private final SessionViewModel session;
    private final WorkViewModel work;
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper backend = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper cost = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper target = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problemsText = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<List<Problem>> problems = new ReadOnlyObjectWrapper<>(List.of());

    /** @param ties let go of the session */
    public StatusViewModel(SessionViewModel session, Ties ties) {
        this.session = session;
        this.work = new WorkViewModel(session, ties);
        InvalidationListener update = changed -> update();
        ties.follow(session.snapshotProperty(), update);
        ties.follow(session.stateProperty(), update);
        ties.follow(session.pausedProperty(), update);
        ties.follow(session.costProperty(), update);
        update();
    }

    private void update() {
        state.set(Messages.text("status." + stateKey()));
        backend.set(Messages.text("status.backend." + session.backend().key()));
        OwnCost own = session.costProperty().get();
        cost.set(
                own == null
                        ? ""
                        : Messages.text(
                                "status.cost.figures",
                                Figures.decimal(own.cpuShare() * 100, 1),
                                Figures.bytes(own.bytes())));
        var jvm = session.snapshot().target();
        target.set(Messages.text("status.target", jvm.jdk(), Long.toString(jvm.pid())));
        List<Problem> all = session.snapshot().problems();
        List<Problem> left = all.stream().filter(problem -> !isNote(problem)).toList();
        List<Problem> ordered = new ArrayList<>(left);
        all.stream().filter(StatusViewModel::isNote).forEach(ordered::add);
        problems.set(List.copyOf(ordered));
        problemsText.set(Messages.text(
                left.isEmpty() ? "status.notes" : "status.problems", left.isEmpty() ? all.size() : left.size()));
    }

    /** Whether it says something about a method that is profiled, rather than why one is not. */
    private static boolean isNote(Problem problem) {
        return problem.why().equals(org.heapline.protocol.Problem.RUNNING);
    }

    private String stateKey() {
        if (session.session() == null) {
            return session.snapshot().complete() ? "saved" : "saved.incomplete";
        }
        if (session.pausedProperty().get() != null) {
            return "stopped";
        }
        return session.stateProperty().get().name().toLowerCase(Locale.ROOT);
    }

    /** The state of the attachment in words. */
    public ReadOnlyStringProperty stateTextProperty() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return session.stateProperty();
    }

    /** What the Increments are made of: {@code exact bytes}. */
    public ReadOnlyStringProperty backendProperty() {
        return backend.getReadOnlyProperty();
    }

    /** The profiler's own cost; empty for a saved snapshot. */
    public ReadOnlyStringProperty costProperty() {
        return cost.getReadOnlyProperty();
    }

    /** JDK and process id. */
    public ReadOnlyStringProperty targetProperty() {
        return target.getReadOnlyProperty();
    }

    /** What is going on in this session. */
    public WorkViewModel work() {
        return work;
    }

    /** How many problems there are; how many notes, where there are no problems. */
    public ReadOnlyStringProperty problemsTextProperty() {
        return problemsText.getReadOnlyProperty();
    }

    /** What could not be profiled, and last what is only to be known. */
    public ReadOnlyObjectProperty<List<Problem>> problemsProperty() {
        return problems.getReadOnlyProperty();
    }
}

package org.heapline.views.paused;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.heapline.client.PausedThread;
import org.heapline.client.Session;
import org.heapline.profile.Trip;
import org.heapline.views.session.SessionViewModel;
import org.heapline.views.text.Figures;
import org.heapline.views.text.Messages;

/** What can be asked of the program while a thread of it stands. */
public final class PausedActions {
    private final SessionViewModel session;
    private final LocalsModel locals;
    private final ObservableList<ClassCount> classes = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper classesText = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper evaluated = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper othersSuspended = new ReadOnlyBooleanWrapper();

    PausedActions(SessionViewModel session, LocalsModel locals) {
        this.session = session;
        this.locals = locals;
    }

    /** Objects by class, most bytes first; empty until asked for. */
    public ObservableList<ClassCount> classes() {
        return classes;
    }

    /** What the classes show: all objects, or those a GC has left; or that they are being counted. */
    public ReadOnlyStringProperty classesTextProperty() {
        return classesText.getReadOnlyProperty();
    }

    /** The last expression with its value. */
    public ReadOnlyStringProperty evaluatedProperty() {
        return evaluated.getReadOnlyProperty();
    }

    /** Whether all other threads are suspended too. */
    public ReadOnlyBooleanProperty othersSuspendedProperty() {
        return othersSuspended.getReadOnlyProperty();
    }

    void clear() {
        classes.clear();
        classesText.set("");
        evaluated.set("");
        othersSuspended.set(false);
    }

    /** Counts the objects of each class, once a stop. */
    public void countClasses() {
        if (classes.isEmpty() && classesText.get().isEmpty()) {
            classesText.set(Messages.text("paused.classes.counting"));
            histogram(live -> live.histogram(false), "paused.classes.all");
        }
    }

    /** Collects garbage and counts what is left. */
    public void collectAndLook() {
        classesText.set(Messages.text("paused.classes.counting"));
        histogram(
                live -> {
                    String left = live.histogram(true);
                    live.refresh();
                    return left;
                },
                "paused.classes.live");
    }

    private interface Histogram {
        String of(Session live) throws Exception;
    }

    private void histogram(Histogram histogram, String text) {
        Session live = session.session();
        if (live != null) {
            session.background().fetch(() -> ClassCount.parse(histogram.of(live)), found -> {
                classes.setAll(found);
                classesText.set(Messages.text(text, Figures.bytes(live.latest().heapUsed())));
            });
        }
    }

    /** Evaluates an expression in the frame whose locals are shown. */
    public void evaluate(String expression) {
        PausedThread thread = session.pausedProperty().get();
        String asked = expression.strip();
        if (thread != null && !asked.isEmpty()) {
            int frame = locals.frame();
            session.background()
                    .fetch(() -> thread.evaluate(frame, asked), value -> evaluated.set(asked + " = " + value));
        }
    }

    /** Suspends all other threads, or lets them go on. */
    public void suspendOthers(boolean suspended) {
        PausedThread thread = session.pausedProperty().get();
        if (thread != null && thread.othersSuspended() != suspended) {
            session.background()
                    .run(() -> thread.suspendOthers(suspended), () -> othersSuspended.set(thread.othersSuspended()));
        }
    }

    /** A limit above what is used now to go on with: by half, in whole units. */
    public long higherLimit(Trip trip) {
        long above = Math.max(trip.limitBytes(), trip.currentBytes());
        long unit = Math.max(1, Long.highestOneBit(above / 8));
        return (above * 3 / 2 + unit - 1) / unit * unit;
    }

    /** Lets the thread go on with its limit armed again, at this size. */
    public void resumeWith(long bytes) {
        session.triggers().resumeWith(bytes);
    }

    /** How to start the program so that a debugger can stop it. */
    public String restartWithDebugger() {
        Session live = session.session();
        return live == null ? "" : live.maxMem().restartWithDebugger();
    }

    /** Gets all that is shown as text, for a bug report, off the JavaFX thread where the target must be asked. */
    public void copy(List<RecentLines.Recent> recent, Consumer<String> then) {
        PausedThread thread = session.pausedProperty().get();
        if (thread != null) {
            then.accept(new PausedText(thread, List.copyOf(locals.roots()), recent, List.copyOf(classes)).toString());
        }
    }
}

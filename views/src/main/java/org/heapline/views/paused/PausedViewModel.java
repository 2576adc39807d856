package org.heapline.views.paused;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ChangeListener;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.heapline.client.PausedThread;
import org.heapline.profile.Snapshot;
import org.heapline.profile.Trip;
import org.heapline.profile.Trip.Frame;
import org.heapline.views.session.SelectedLine;
import org.heapline.views.session.SessionViewModel;
import org.jspecify.annotations.Nullable;

/** The thread that MAXMEM has stopped: why and where, its frames, its locals, and what can be done with it. */
public final class PausedViewModel implements AutoCloseable {
    private final SessionViewModel session;
    private final ReadOnlyObjectWrapper<@Nullable PausedThread> thread = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable SelectedLine> where = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper why = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable String> handedOverTo = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable FrameRow> chosen = new ReadOnlyObjectWrapper<>();
    private final ObservableList<FrameRow> frames = FXCollections.observableArrayList();
    private final LocalsModel locals;
    private final PausedActions actions;
    private final Steps steps;
    private final RecentLines recent = new RecentLines();
    private final ObservableList<RecentLines.Recent> recentLines = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper facts = new ReadOnlyStringWrapper("");
    private final Set<Integer> expanded = new HashSet<>();
    private final ChangeListener<@Nullable PausedThread> onPaused = (property, was, is) -> stopped(is);
    private final ChangeListener<Snapshot> onMeasured = (property, was, is) -> measured(is);

    public PausedViewModel(SessionViewModel session) {
        this.session = session;
        this.locals = new LocalsModel(session);
        this.actions = new PausedActions(session, locals);
        this.steps = new Steps(session, moved -> read());
        recent.add(session.snapshot());
        session.snapshotProperty().addListener(onMeasured);
        session.pausedProperty().addListener(onPaused);
        stopped(session.pausedProperty().get());
    }

    /** The stopped thread; null when none is. */
    public ReadOnlyObjectProperty<@Nullable PausedThread> threadProperty() {
        return thread.getReadOnlyProperty();
    }

    /** The line at which it stands; null when no thread is stopped. */
    public ReadOnlyObjectProperty<@Nullable SelectedLine> whereProperty() {
        return where.getReadOnlyProperty();
    }

    /** Where and why it stopped, for the banner, without the word "Stopped" that stands before it. */
    public ReadOnlyStringProperty whyProperty() {
        return why.getReadOnlyProperty();
    }

    /** What to type to take the thread over; null while Heapline has it. */
    public ReadOnlyObjectProperty<@Nullable String> handedOverToProperty() {
        return handedOverTo.getReadOnlyProperty();
    }

    /**
     * Whether stepping and handing over are possible: in the debugger and not handed over. Also while a step runs: a
     * button that is disabled meanwhile would lose the keyboard to its neighbour.
     */
    public ReadOnlyBooleanProperty canStepProperty() {
        return steps.possibleProperty();
    }

    /** The stack, innermost first. */
    public ObservableList<FrameRow> frames() {
        return frames;
    }

    /** The frame whose locals are shown. */
    public ReadOnlyObjectProperty<@Nullable FrameRow> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** The locals of the chosen frame. */
    public LocalsModel locals() {
        return locals;
    }

    /** What else can be asked while the thread stands. */
    public PausedActions actions() {
        return actions;
    }

    /** The lines that allocated most in the last seconds before the stop. */
    public ObservableList<RecentLines.Recent> recentLines() {
        return recentLines;
    }

    /** What is to be known beside where and why: growth, locks, that it is only about the right thread. */
    public ReadOnlyStringProperty factsProperty() {
        return facts.getReadOnlyProperty();
    }

    /** Whether no locals are being read. */
    public boolean settled() {
        return thread.get() == null || locals.settled();
    }

    /** Whether the thread is stopped by JDI rather than parked by the agent. */
    public boolean inDebugger() {
        PausedThread now = thread.get();
        return now != null && now.inDebugger();
    }

    /** Shows a frame's line and locals, or the frames of a run. */
    public void choose(FrameRow row) {
        if (row.frame() == null) {
            expanded.add(row.index());
            readFrames();
            return;
        }
        chosen.set(row);
        session.selectedLineProperty().set(new Places(session.snapshot()).of(row.frame()));
        locals.read(Objects.requireNonNull(thread.get()), row.index());
    }

    /** {@link #choose}, once what is happening now has been shown. */
    public void chooseLater(FrameRow row) {
        session.fx().later(() -> choose(row));
    }

    /** Runs to the next line. */
    public void step() {
        step(PausedThread.Step.OVER);
    }

    /** Steps; does nothing while a step runs. */
    public void step(PausedThread.Step how) {
        steps.take(now -> now.step(how));
    }

    /** Runs to the line that is chosen in the source. */
    public void runToChosen() {
        SelectedLine to = session.selectedLineProperty().get();
        if (to != null) {
            steps.take(now -> now.runTo(to.className(), to.line()));
        }
    }

    /** Lets another debugger take over. */
    public void handOver() {
        if (steps.areFree()) {
            session.requests().handOver(address -> {
                handedOverTo.set(address);
                steps.forbid();
            });
        }
    }

    /** Lets the thread go on. */
    public void resume() {
        session.triggers().resume();
    }

    private void measured(Snapshot now) {
        recent.add(now);
        showRecent(now);
    }

    private void showRecent(Snapshot now) {
        PausedThread stopped = thread.get();
        if (stopped != null) {
            List<RecentLines.Recent> lines = recent.upTo(stopped.trip(), now);
            if (!lines.equals(recentLines)) {
                recentLines.setAll(lines);
            }
        }
    }

    private void stopped(@Nullable PausedThread now) {
        thread.set(now);
        expanded.clear();
        steps.begin(now);
        actions.clear();
        if (now == null) {
            frames.clear();
            locals.clear();
            recentLines.clear();
            facts.set("");
            chosen.set(null);
            where.set(null);
            handedOverTo.set(null);
        } else {
            handedOverTo.set(now.handedOverTo());
            showRecent(session.snapshot());
            facts.set(new WhyStopped(now.trip()).facts(session.snapshot().timeline()));
            read();
        }
    }

    private void read() {
        PausedThread now = thread.get();
        if (now == null) {
            return;
        }
        steps.allow();
        readFrames();
        Trip trip = now.trip();
        List<Frame> stack = now.frames();
        boolean moved = steps.haveMoved() && !stack.isEmpty();
        Places places = new Places(session.snapshot());
        SelectedLine at = moved ? places.of(stack.get(0)) : places.of(trip);
        where.set(at);
        why.set(new WhyStopped(trip).sentence(at.line(), moved));
        session.selectedLineProperty().set(at);
        if (!frames.isEmpty()) {
            chosen.set(frames.get(0));
            locals.read(now, 0);
        }
    }

    private void readFrames() {
        PausedThread now = thread.get();
        if (now != null) {
            frames.setAll(new Places(session.snapshot()).rows(now.frames(), now.trip(), expanded));
        }
    }

    /** Stops following the session. */
    @Override
    public void close() {
        session.pausedProperty().removeListener(onPaused);
        session.snapshotProperty().removeListener(onMeasured);
    }
}

package org.heapline.views.paused;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ChangeListener;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.heapline.client.PausedThread;
import org.heapline.client.SessionException;
import org.heapline.profile.MethodStats;
import org.heapline.profile.Snapshot;
import org.heapline.profile.Trip;
import org.heapline.profile.Trip.Frame;
import org.heapline.views.session.SelectedLine;
import org.heapline.views.session.SessionViewModel;
import org.heapline.views.text.Figures;
import org.heapline.views.text.Messages;
import org.jspecify.annotations.Nullable;

/** The thread that MAXMEM has stopped: why and where, its frames, its locals, and what can be done with it. */
public final class PausedViewModel implements AutoCloseable {
    private static final long MIB = 1 << 20;

    private final SessionViewModel session;
    private final ReadOnlyObjectWrapper<@Nullable PausedThread> thread = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable SelectedLine> where = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper why = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable String> handedOverTo = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper canStep = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable FrameRow> chosen = new ReadOnlyObjectWrapper<>();
    private final ObservableList<FrameRow> frames = FXCollections.observableArrayList();
    private final LocalsModel locals;
    private final PausedActions actions;
    private final RecentLines recent = new RecentLines();
    private final ObservableList<RecentLines.Recent> recentLines = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper facts = new ReadOnlyStringWrapper("");
    private final Set<Integer> expanded = new HashSet<>();
    private final ChangeListener<@Nullable PausedThread> onPaused = (property, was, is) -> stopped(is);
    private final ChangeListener<Snapshot> onMeasured = (property, was, is) -> measured(is);
    private boolean stepped;
    private boolean stepping;

    public PausedViewModel(SessionViewModel session) {
        this.session = session;
        this.locals = new LocalsModel(session);
        this.actions = new PausedActions(session, locals);
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
        return canStep.getReadOnlyProperty();
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
        session.selectedLineProperty().set(place(row.frame()));
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
        move(now -> now.step(how));
    }

    /** Runs to the line that is chosen in the source. */
    public void runToChosen() {
        SelectedLine to = session.selectedLineProperty().get();
        if (to != null) {
            move(now -> now.runTo(to.className(), to.line()));
        }
    }

    private interface Move {
        void of(PausedThread now) throws SessionException;
    }

    private void move(Move move) {
        PausedThread now = thread.get();
        if (now == null || !canStep.get() || stepping) {
            return;
        }
        stepping = true;
        // Also a step that does not end in time leaves the thread somewhere else.
        session.background()
                .run(
                        () -> {
                            try {
                                move.of(now);
                            } finally {
                                session.fx().later(() -> moved(now));
                            }
                        },
                        () -> {});
    }

    private void moved(PausedThread now) {
        stepping = false;
        if (thread.get() == now) {
            stepped = true;
            read();
        }
    }

    /** Lets another debugger take over. */
    public void handOver() {
        if (canStep.get() && !stepping) {
            session.handOver(address -> {
                handedOverTo.set(address);
                canStep.set(false);
            });
        }
    }

    /** Lets the thread go on. */
    public void resume() {
        session.resume();
    }

    private void measured(Snapshot now) {
        // While a thread is stopped, the last seconds are those before it stopped.
        if (thread.get() == null) {
            recent.add(now);
        }
    }

    private void stopped(@Nullable PausedThread now) {
        thread.set(now);
        expanded.clear();
        stepped = false;
        stepping = false;
        actions.clear();
        if (now == null) {
            frames.clear();
            locals.clear();
            recentLines.clear();
            facts.set("");
            chosen.set(null);
            where.set(null);
            canStep.set(false);
            handedOverTo.set(null);
        } else {
            handedOverTo.set(now.handedOverTo());
            recentLines.setAll(recent.hottest(session.snapshot()));
            facts.set(facts(now.trip()));
            read();
        }
    }

    private void read() {
        PausedThread now = thread.get();
        if (now == null) {
            return;
        }
        canStep.set(now.inDebugger() && now.handedOverTo() == null);
        readFrames();
        Trip trip = now.trip();
        List<Frame> stack = now.frames();
        boolean moved = stepped && !stack.isEmpty();
        SelectedLine at = moved
                ? place(stack.get(0))
                : new SelectedLine(
                        trip.className(), trip.method(), trip.file(), location(trip.className()), trip.line());
        where.set(at);
        why.set(Messages.text(
                moved ? "paused.why.stepped" : trip.approximate() ? "paused.why.near" : "paused.why",
                String.valueOf(at.line()),
                exceeded(trip)));
        session.selectedLineProperty().set(at);
        if (!frames.isEmpty()) {
            chosen.set(frames.get(0));
            locals.read(now, 0);
        }
    }

    /** Both figures, with a decimal more where they would read the same. */
    private static String exceeded(Trip trip) {
        String current = Figures.mib(trip.currentBytes());
        boolean alike = current.equals(Figures.mib(trip.limitBytes()));
        boolean whole = trip.limitBytes() % MIB == 0;
        return Messages.text(
                "paused.exceeded",
                Messages.text("paused.memory." + trip.memory().toLowerCase(Locale.ROOT)),
                alike ? fine(trip.currentBytes()) : current + " MiB",
                alike && !whole ? fine(trip.limitBytes()) : Figures.bytes(trip.limitBytes()));
    }

    private static String fine(long bytes) {
        return String.format(Locale.ROOT, "%.2f MiB", (double) bytes / MIB);
    }

    private void readFrames() {
        PausedThread now = thread.get();
        if (now != null) {
            Map<String, String> files = session.snapshot().methods().stream()
                    .collect(Collectors.toMap(MethodStats::className, MethodStats::file, (one, same) -> one));
            frames.setAll(new StackRows(files, now.trip()).of(now.frames(), expanded));
        }
    }

    private String facts(Trip trip) {
        List<String> all = new ArrayList<>();
        String growth = actions.growth(trip);
        if (growth != null) {
            all.add(Messages.text("paused.growth", growth));
        }
        if (!trip.note().isEmpty()) {
            all.add(trip.note());
        }
        if (!trip.locks().isEmpty()) {
            all.add(Messages.text("paused.locks", String.join(", ", trip.locks())));
        }
        return String.join("\n", all);
    }

    private SelectedLine place(Frame frame) {
        int dot = frame.className().lastIndexOf('.');
        String folder = dot < 0 ? "" : frame.className().substring(0, dot + 1).replace('.', '/');
        for (MethodStats method : session.snapshot().methods()) {
            if (method.className().equals(frame.className())) {
                return new SelectedLine(
                        frame.className(), frame.method(), method.file(), method.location(), frame.line());
            }
        }
        String file = frame.fileName().isEmpty() ? "" : folder + frame.fileName();
        return new SelectedLine(frame.className(), frame.method(), file, "", Math.max(0, frame.line()));
    }

    private String location(String className) {
        return session.snapshot().methods().stream()
                .filter(method -> method.className().equals(className))
                .map(MethodStats::location)
                .findFirst()
                .orElse("");
    }

    /** Stops following the session. */
    @Override
    public void close() {
        session.pausedProperty().removeListener(onPaused);
        session.snapshotProperty().removeListener(onMeasured);
    }
}

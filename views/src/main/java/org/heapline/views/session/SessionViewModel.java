package org.heapline.views.session;

import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.heapline.client.MaxMem;
import org.heapline.client.PausedThread;
import org.heapline.client.Session;
import org.heapline.client.Session.OwnCost;
import org.heapline.client.Subscription;
import org.heapline.profile.Backend;
import org.heapline.profile.Snapshot;
import org.heapline.profile.TimelineSample;
import org.heapline.profile.Trip;
import org.heapline.protocol.Progress;
import org.heapline.views.fx.FxUpdates;
import org.heapline.views.text.Messages;
import org.jspecify.annotations.Nullable;

/**
 * What the views of one tab share: a live session, or a saved snapshot that is only looked at.
 *
 * <p>Properties change on the JavaFX thread, at most once a frame, from the newest state. What is asked of the
 * target are its {@link #requests() requests}.
 */
public final class SessionViewModel implements AutoCloseable {
    private final String title;
    private final @Nullable Session session;
    private final FxUpdates fx;
    private final Background background;
    private final Runnable refresh;
    private final Requests requests;
    private @Nullable Subscription subscription;

    private final ReadOnlyObjectWrapper<Snapshot> snapshot;
    private final ReadOnlyObjectWrapper<@Nullable TimelineSample> latest = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Session.State> state = new ReadOnlyObjectWrapper<>(Session.State.DETACHED);
    private final ReadOnlyObjectWrapper<@Nullable Progress> progress = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable OwnCost> cost = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<String>> wanted = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<MaxMem.@Nullable Limit> armed = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Trip> trip = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable PausedThread> paused = new ReadOnlyObjectWrapper<>();
    private final Change change;
    private final TimeWindow window;
    private final Triggers triggers;
    private final ObservableList<TimeFlag> flags = FXCollections.observableArrayList();
    private final ObjectProperty<Measure> measure = new SimpleObjectProperty<>(Measure.SELF);
    private final BooleanProperty held = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable SelectedLine> selectedLine = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Notice> notice = new SimpleObjectProperty<>();

    private SessionViewModel(
            String title, @Nullable Session session, Snapshot first, FxUpdates fx, Executor background) {
        this.title = title;
        this.session = session;
        this.fx = fx;
        this.background = new Background(background, fx, notice);
        this.snapshot = new ReadOnlyObjectWrapper<>(first);
        this.window = new TimeWindow(this, first);
        this.triggers = new Triggers(this);
        this.change = new Change(this);
        snapshot.addListener((property, was, is) -> window.follow(is));
        this.refresh = fx.coalesced(this::readSession);
        this.requests = new Requests(this, refresh);
        this.trip.set(first.trip());
        if (!first.timeline().isEmpty()) {
            this.latest.set(first.timeline().get(first.timeline().size() - 1));
        }
        trip.addListener((property, was, is) -> {
            if (is != null) {
                flags.add(new TimeFlag(is.t(), TimeFlag.Kind.TRIP));
            }
        });
        held.addListener((property, was, is) -> readSession());
        state.addListener((property, was, is) -> {
            if (is == Session.State.LOST) {
                notice.set(Notice.failed(Messages.text("session.lost", title)));
            }
        });
    }

    /**
     * Follows a session until {@link #close()}. To be called on the JavaFX thread.
     *
     * @param background runs what blocks; must have several threads, for a stopped target may keep one
     */
    public static SessionViewModel live(Session session, FxUpdates fx, Executor background) {
        SessionViewModel model =
                new SessionViewModel(session.process().name(), session, session.snapshot(), fx, background);
        model.readSession();
        model.subscription = session.onUpdate(model.refresh);
        return model;
    }

    /** Shows a saved snapshot. */
    public static SessionViewModel saved(String title, Snapshot snapshot, FxUpdates fx, Executor background) {
        return new SessionViewModel(title, null, snapshot, fx, background);
    }

    private void readSession() {
        Session current = session;
        if (current == null) {
            return;
        }
        state.set(current.state());
        progress.set(current.progress());
        change.follow();
        cost.set(current.ownCost());
        wanted.set(current.wanted());
        armed.set(current.maxMem().armed());
        trip.set(current.maxMem().trip());
        paused.set(current.maxMem().paused());
        triggers.follow(current.maxMem());
        if (!held.get()) {
            latest.set(current.latest());
            snapshot.set(current.snapshot());
        }
    }

    /** The name of the tab. */
    public String title() {
        return title;
    }

    /** The session, or null when a saved snapshot is shown. */
    public @Nullable Session session() {
        return session;
    }

    /** Whether this is a session that can still be asked something. */
    public boolean isLive() {
        return session != null && (state.get() == Session.State.ATTACHED || state.get() == Session.State.SILENT);
    }

    /** Brings something to the JavaFX thread. */
    public FxUpdates fx() {
        return fx;
    }

    /** Work off the JavaFX thread whose failures become the notice. */
    public Background background() {
        return background;
    }

    /** All that was measured; a new object whenever something moved. Never null. */
    public ReadOnlyObjectProperty<Snapshot> snapshotProperty() {
        return snapshot.getReadOnlyProperty();
    }

    public Snapshot snapshot() {
        return snapshot.get();
    }

    /** What the tables show: all that was measured, or what the lines took in a chosen range of time. */
    public ReadOnlyObjectProperty<Snapshot> shownProperty() {
        return window.shownProperty();
    }

    /** The stretch of time whose lines are shown. */
    public TimeWindow window() {
        return window;
    }

    /** The limits at which the program is stopped, and what happens then. */
    public Triggers triggers() {
        return triggers;
    }

    /** What happened in this session while it was followed, for the chart. */
    public ObservableList<TimeFlag> flags() {
        return flags;
    }

    /** Which bytes of a line are counted and shown as heat. */
    public ObjectProperty<Measure> measureProperty() {
        return measure;
    }

    /** The newest sample of the timeline; null before the first. */
    public ReadOnlyObjectProperty<@Nullable TimelineSample> latestProperty() {
        return latest.getReadOnlyProperty();
    }

    /** State of the attachment; {@code DETACHED} for a saved snapshot. */
    public ReadOnlyObjectProperty<Session.State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** How far the target is with what is wanted; null for a saved snapshot. */
    public ReadOnlyObjectProperty<@Nullable Progress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** What the profiler costs the target; null for a saved snapshot. */
    public ReadOnlyObjectProperty<@Nullable OwnCost> costProperty() {
        return cost.getReadOnlyProperty();
    }

    /** The patterns last asked for; empty for the application's own classes. */
    public ReadOnlyObjectProperty<List<String>> wantedProperty() {
        return wanted.getReadOnlyProperty();
    }

    /** The armed limit, or null. */
    public ReadOnlyObjectProperty<MaxMem.@Nullable Limit> armedProperty() {
        return armed.getReadOnlyProperty();
    }

    /** The last trip, or null. */
    public ReadOnlyObjectProperty<@Nullable Trip> tripProperty() {
        return trip.getReadOnlyProperty();
    }

    /** The thread that is stopped now, or null. */
    public ReadOnlyObjectProperty<@Nullable PausedThread> pausedProperty() {
        return paused.getReadOnlyProperty();
    }

    /** Whether something that was asked of the target is not answered yet. */
    public ReadOnlyBooleanProperty busyProperty() {
        return background.busyProperty();
    }

    /** Whether the figures on the screen are held still while the target is measured on. */
    public BooleanProperty heldProperty() {
        return held;
    }

    /** The line that all views look at, or null. Views set it when the user chooses a line. */
    public ObjectProperty<@Nullable SelectedLine> selectedLineProperty() {
        return selectedLine;
    }

    /** The last notice, or null. */
    public ObjectProperty<@Nullable Notice> noticeProperty() {
        return notice;
    }

    /** What the Increments are made of. */
    public Backend backend() {
        return snapshot.get().backend();
    }

    /** The running change of what is profiled. */
    public Change change() {
        return change;
    }

    /** What is asked of the target. */
    public Requests requests() {
        return requests;
    }

    /** Stops following; the session itself goes on. */
    public void release() {
        Subscription current = subscription;
        if (current != null) {
            current.close();
        }
    }

    /** Stops following and detaches, in the background. */
    @Override
    public void close() {
        release();
        requests.detach();
    }
}

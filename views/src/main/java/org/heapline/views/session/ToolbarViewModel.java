package org.heapline.views.session;

import java.util.List;
import java.util.Locale;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.heapline.profile.Snapshot;
import org.heapline.protocol.Progress;
import org.heapline.views.fx.Ties;
import org.heapline.views.text.Figures;
import org.heapline.views.text.Messages;

/** What the toolbar says: the state of recording, and what is profiled. */
public final class ToolbarViewModel {
    /** What the first button stands for. */
    public enum Recording {
        /** Figures come in and are shown. */
        RUNNING,
        /** Figures come in; the screen stands still. */
        HELD,
        /** A thread is stopped at MAXMEM. */
        STOPPED,
        /** The target does not answer. */
        SILENT,
        /** The session is over. */
        ENDED,
        /** A saved snapshot is shown. */
        SAVED
    }

    private final SessionViewModel session;
    private final ReadOnlyObjectWrapper<Recording> recording = new ReadOnlyObjectWrapper<>(Recording.ENDED);
    private final ReadOnlyStringWrapper recordingText = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper patterns = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper methods = new ReadOnlyStringWrapper("");

    /** @param ties let go of the session */
    public ToolbarViewModel(SessionViewModel session, Ties ties) {
        this.session = session;
        InvalidationListener update = changed -> update();
        ties.follow(session.snapshotProperty(), update);
        ties.follow(session.stateProperty(), update);
        ties.follow(session.heldProperty(), update);
        ties.follow(session.pausedProperty(), update);
        ties.follow(session.wantedProperty(), update);
        ties.follow(session.progressProperty(), update);
        update();
    }

    private void update() {
        Recording now = state();
        recording.set(now);
        Snapshot snapshot = session.snapshot();
        recordingText.set(Messages.text(
                "toolbar.recording." + now.name().toLowerCase(Locale.ROOT), Figures.clock(snapshot.duration())));
        List<String> wanted = session.wantedProperty().get();
        patterns.set(wanted.isEmpty() ? Messages.text("toolbar.own-classes") : String.join(", ", wanted));
        Progress progress = session.progressProperty().get();
        long count = progress == null ? snapshot.methods().size() : progress.getMethods();
        methods.set(Messages.text("toolbar.methods", count));
    }

    private Recording state() {
        if (session.session() == null) {
            return Recording.SAVED;
        }
        if (session.pausedProperty().get() != null) {
            return Recording.STOPPED;
        }
        return switch (session.stateProperty().get()) {
            case DETACHED, LOST -> Recording.ENDED;
            case SILENT -> Recording.SILENT;
            case ATTACHED -> session.heldProperty().get() ? Recording.HELD : Recording.RUNNING;
        };
    }

    /** Holds the screen still, or lets it follow again. */
    public void toggleHeld() {
        session.heldProperty().set(!session.heldProperty().get());
    }

    public ReadOnlyObjectProperty<Recording> recordingProperty() {
        return recording.getReadOnlyProperty();
    }

    /** {@code Recording 02:41}. */
    public ReadOnlyStringProperty recordingTextProperty() {
        return recordingText.getReadOnlyProperty();
    }

    /** The patterns, or that these are the application's own classes. */
    public ReadOnlyStringProperty patternsProperty() {
        return patterns.getReadOnlyProperty();
    }

    /** {@code 124 methods}. */
    public ReadOnlyStringProperty methodsProperty() {
        return methods.getReadOnlyProperty();
    }
}

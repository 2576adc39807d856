package org.heapline.views.shell;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import javafx.collections.ObservableList;
import javafx.scene.Scene;
import org.heapline.client.Session;
import org.heapline.profile.Snapshot;
import org.heapline.profile.format.ReportFormat;
import org.heapline.profile.store.AtomicFile;
import org.heapline.views.session.FileDialogs;
import org.heapline.views.session.FilePrompt;
import org.heapline.views.session.Notice;
import org.heapline.views.session.SessionDesk;
import org.heapline.views.session.SessionViewModel;
import org.heapline.views.snapshots.SavedSnapshot;
import org.heapline.views.text.Messages;

/** What the tabs ask of the main window. */
final class WindowDesk implements SessionDesk {
    private final MainViewModel model;
    private final FilePrompt files;

    WindowDesk(MainViewModel model, Scene scene) {
        this.model = model;
        this.files = new FileDialogs(scene::getWindow);
    }

    @Override
    public void save(SessionViewModel session) {
        session.background()
                .fetch(
                        () -> {
                            Path file = model.shelf().save(newest(session), LocalDateTime.now(ZoneId.systemDefault()));
                            model.snapshots().refresh();
                            return file;
                        },
                        file -> done(session, Messages.text("notice.saved", file.getFileName())));
    }

    @Override
    public void export(SessionViewModel session, ReportFormat format, Path file) {
        session.background()
                .run(
                        () -> {
                            Snapshot snapshot = newest(session);
                            AtomicFile.write(file, out -> format.write(snapshot, ReportFormat.DEFAULT_PRECISION, out));
                        },
                        () -> done(session, Messages.text("notice.exported", file)));
    }

    /** What was measured up to this moment. Blocks. */
    private static Snapshot newest(SessionViewModel session) throws Exception {
        Session live = session.session();
        if (live == null) {
            return session.snapshot();
        }
        if (live.state() == Session.State.ATTACHED) {
            live.refresh();
        }
        return live.snapshot();
    }

    @Override
    public void heapDump(SessionViewModel session, Path file) {
        Session live = session.session();
        if (live != null) {
            session.background()
                    .run(() -> live.heapDump(file, true), () -> done(session, Messages.text("notice.dumped", file)));
        }
    }

    private static void done(SessionViewModel session, String text) {
        session.noticeProperty().set(Notice.done(text));
    }

    @Override
    public void compare(Path before, SessionViewModel after) {
        model.compare(before, after);
    }

    @Override
    public void choose(SessionViewModel session) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ObservableList<SavedSnapshot> snapshots() {
        return model.snapshots().files();
    }

    @Override
    public FilePrompt files() {
        return files;
    }
}

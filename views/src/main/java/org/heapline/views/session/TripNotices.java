package org.heapline.views.session;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.heapline.client.SessionException;
import org.heapline.client.trip.TripFiles;
import org.heapline.profile.store.SnapshotFile;
import org.heapline.views.snapshots.SnapshotShelf;

/** The files of a trip stand in one folder; what becomes of them is the notice. */
final class TripNotices implements TripFiles.Outlet {
    private final SessionViewModel session;
    private final Path folder;
    private final String name;
    private final List<String> failures = new ArrayList<>();
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private String last = "";

    TripNotices(SessionViewModel session, Path folder) {
        this.session = session;
        this.folder = folder;
        this.name = SnapshotShelf.fileName(session.title());
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void saveSnapshot(Path file) throws SessionException, IOException {
        SnapshotFile.save(session.requests().newest(), file);
    }

    @Override
    public synchronized void say(String message) {
        last = message;
        session.fx().later(() -> session.noticeProperty().set(Notice.done(message)));
    }

    @Override
    public synchronized void failed(String message) {
        failures.add(message);
        session.fx().later(() -> session.noticeProperty().set(Notice.failed(message)));
    }

    @Override
    public OutputStream output() {
        return output;
    }

    /** The last word: all that failed, or what was written last and said by a command. */
    synchronized void sumUp() {
        String said = output.toString(Charset.defaultCharset()).strip();
        String tail = said.isEmpty() ? "" : ": " + said.substring(said.lastIndexOf('\n') + 1);
        if (!failures.isEmpty()) {
            session.noticeProperty().set(Notice.failed(String.join("; ", failures) + tail));
        } else if (!last.isEmpty()) {
            session.noticeProperty().set(Notice.done(last + tail));
        }
    }
}

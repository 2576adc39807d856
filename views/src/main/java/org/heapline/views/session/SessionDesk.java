package org.heapline.views.session;

import java.nio.file.Path;
import javafx.collections.ObservableList;
import javafx.scene.image.Image;
import org.heapline.profile.format.ReportFormat;
import org.heapline.views.running.RunningQuestion;
import org.heapline.views.settings.Preferences;
import org.heapline.views.snapshots.SavedSnapshot;

/** What a session's views ask of the window around them. To be used on the JavaFX thread; nothing here blocks. */
public interface SessionDesk {
    /** Saves what was measured among the snapshots; the notice says where. */
    void save(SessionViewModel session);

    /** Asks for a file and writes a report. */
    void export(SessionViewModel session, ReportFormat format);

    /** Asks for a file and writes a snapshot that can be opened again, here or by somebody else. */
    void exportSnapshot(SessionViewModel session);

    /** Asks for a file and writes the chart as it is on the screen, as PNG. */
    void savePicture(SessionViewModel session, Image chart);

    /** Asks for a file and writes the whole timeline as SVG. */
    void saveDrawing(SessionViewModel session);

    /** Asks for a file and writes a heap dump of the target. */
    void heapDump(SessionViewModel session);

    /** Asks for a file and opens the comparison with what was measured. */
    void compareOther(SessionViewModel after);

    /** Opens the comparison of a saved snapshot with what was measured. */
    void compare(Path before, SessionViewModel after);

    /** Asks what is to be profiled, and asks the session for it. */
    void choose(SessionViewModel session);

    /** Shows the limits of a session, to add, change and disarm them. */
    void limits(SessionViewModel session);

    /** What the views remember from one run to the next. */
    Preferences preferences();

    /** Asks what becomes of running methods. */
    void ask(RunningQuestion question);

    /** The saved snapshots, newest first. */
    ObservableList<SavedSnapshot> snapshots();
}

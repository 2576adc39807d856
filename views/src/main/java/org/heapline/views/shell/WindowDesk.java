package org.heapline.views.shell;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import javafx.collections.ObservableList;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javax.imageio.ImageIO;
import org.heapline.client.Session;
import org.heapline.profile.Snapshot;
import org.heapline.profile.format.ReportFormat;
import org.heapline.profile.format.SvgTimeline;
import org.heapline.profile.store.AtomicFile;
import org.heapline.profile.store.SnapshotFile;
import org.heapline.views.compare.ComparedLine;
import org.heapline.views.limits.LimitsDialog;
import org.heapline.views.picker.PickerDialog;
import org.heapline.views.running.RunningDialog;
import org.heapline.views.running.RunningQuestion;
import org.heapline.views.session.Background;
import org.heapline.views.session.Errand;
import org.heapline.views.session.FilePrompt;
import org.heapline.views.session.Notice;
import org.heapline.views.session.SessionDesk;
import org.heapline.views.session.SessionViewModel;
import org.heapline.views.session.TimeFlag;
import org.heapline.views.settings.Preferences;
import org.heapline.views.snapshots.SavedSnapshot;
import org.heapline.views.text.Messages;
import org.jspecify.annotations.Nullable;

/** What the tabs ask of the main window. */
final class WindowDesk implements SessionDesk {
    private final MainViewModel model;
    private final Scene scene;
    private final FilePrompt files;
    private final Preferences preferences;

    WindowDesk(MainViewModel model, Scene scene, FilePrompt files, Preferences preferences) {
        this.preferences = preferences;
        this.model = model;
        this.scene = scene;
        this.files = files;
    }

    @Override
    public void save(SessionViewModel session) {
        session.background()
                .fetch(
                        Errand.writing(Messages.text("work.save")),
                        () -> {
                            Path file = model.shelf()
                                    .save(session.requests().newest(), LocalDateTime.now(ZoneId.systemDefault()));
                            model.snapshots().refresh();
                            return file;
                        },
                        file -> {
                            session.flags()
                                    .add(new TimeFlag(
                                            session.snapshot().duration().toMillis(), TimeFlag.Kind.SNAPSHOT));
                            done(session, Messages.text("notice.saved", file.getFileName()));
                        });
    }

    @Override
    public void export(SessionViewModel session, ReportFormat format) {
        files.toWrite(Messages.text("toolbar.export.title"), session.title(), format.extension())
                .ifPresent(file -> session.background()
                        .run(
                                exporting(file),
                                () -> write(session.requests().newest(), format, file),
                                () -> done(session, Messages.text("notice.exported", file))));
    }

    @Override
    public void exportSnapshot(SessionViewModel session) {
        files.toWrite(Messages.text("toolbar.export.snapshot.title"), session.title(), SnapshotFile.EXTENSION)
                .ifPresent(file -> session.background()
                        .run(
                                exporting(file),
                                () -> SnapshotFile.save(session.requests().newest(), file),
                                () -> done(session, Messages.text("notice.exported", file))));
    }

    /** Shows a line of a comparison in the tab of its snapshot. */
    void look(WindowTab.OfComparison compared, ComparedLine line) {
        model.files().look(compared, line);
    }

    /** Asks for a file and writes a comparison. */
    void export(WindowTab.OfComparison compared, ReportFormat format) {
        Background background = compared.background();
        files.toWrite(
                        Messages.text("toolbar.export.title"),
                        compared.title().replace('\u2192', '-'),
                        format.extension())
                .ifPresent(file -> background.run(
                        exporting(file),
                        () -> AtomicFile.write(
                                file, out -> format.write(compared.comparison(), ReportFormat.DEFAULT_PRECISION, out)),
                        () -> background.noticeProperty().set(Notice.done(Messages.text("notice.exported", file)))));
    }

    private static Errand exporting(Path file) {
        return Errand.writing(Messages.text("work.export", file.getFileName()));
    }

    @Override
    public void savePicture(SessionViewModel session, Image chart) {
        BufferedImage picture = SwingFXUtils.fromFXImage(chart, null);
        files.toWrite(Messages.text("chart.save.png"), session.title(), "png").ifPresent(file -> session.background()
                .run(
                        exporting(file),
                        () -> AtomicFile.writeBytes(file, out -> ImageIO.write(picture, "png", out)),
                        () -> done(session, Messages.text("notice.exported", file))));
    }

    @Override
    public void saveDrawing(SessionViewModel session) {
        files.toWrite(Messages.text("chart.save.svg"), session.title(), "svg").ifPresent(file -> session.background()
                .run(
                        exporting(file),
                        () -> AtomicFile.write(file, out -> SvgTimeline.write(session.snapshot(), out)),
                        () -> done(session, Messages.text("notice.exported", file))));
    }

    private static void write(Snapshot snapshot, ReportFormat format, Path file) throws IOException {
        AtomicFile.write(file, out -> format.write(snapshot, ReportFormat.DEFAULT_PRECISION, out));
    }

    @Override
    public void heapDump(SessionViewModel session) {
        Session live = session.session();
        if (live != null) {
            files.toWrite(Messages.text("toolbar.heap-dump.title"), session.title(), "hprof")
                    .ifPresent(file -> session.background()
                            .run(
                                    Errand.ofTheJvm(Messages.text("work.dump")),
                                    () -> live.heapDump(file, true),
                                    () -> done(session, Messages.text("notice.dumped", file))));
        }
    }

    private static void done(SessionViewModel session, String text) {
        session.noticeProperty().set(Notice.done(text));
    }

    @Override
    public void compare(Path before, SessionViewModel after) {
        model.files().compare(before, after);
    }

    @Override
    public void choose(SessionViewModel session) {
        if (session.isLive()) {
            PickerDialog.open(scene.getWindow(), session);
        }
    }

    @Override
    public void limits(SessionViewModel session) {
        if (session.isLive()) {
            LimitsDialog.open(scene.getWindow(), session);
        }
    }

    @Override
    public Preferences preferences() {
        return preferences;
    }

    @Override
    public void ask(RunningQuestion question) {
        RunningDialog.open(scene.getWindow(), question);
    }

    @Override
    public ObservableList<SavedSnapshot> snapshots() {
        return model.snapshots().files();
    }

    /** Whether something is going on in a tab, or in the window itself, that can be cancelled. */
    boolean canCancel(@Nullable WindowTab front) {
        return isCancellable(front) || model.background().doings().canGiveUp();
    }

    private static boolean isCancellable(@Nullable WindowTab front) {
        return front != null
                && (front.background().doings().canGiveUp()
                        || front instanceof WindowTab.OfSession shown
                                && shown.session().change().canCancel());
    }

    /** Cancels what is going on in a tab, or else in the window itself. */
    void cancel(@Nullable WindowTab front) {
        if (front instanceof WindowTab.OfSession shown
                && shown.session().change().canCancel()) {
            shown.session().change().cancel();
        } else if (front != null && isCancellable(front)) {
            front.background().doings().giveUp();
        } else {
            model.background().doings().giveUp();
        }
    }

    /** Asks for a snapshot and opens it. */
    void openFile() {
        files.toRead(Messages.text("main.openFile.title"), SnapshotFile.EXTENSION)
                .ifPresent(model.files()::open);
    }

    @Override
    public void compareOther(SessionViewModel after) {
        files.toRead(Messages.text("toolbar.compare.title"), SnapshotFile.EXTENSION)
                .ifPresent(file -> compare(file, after));
    }
}

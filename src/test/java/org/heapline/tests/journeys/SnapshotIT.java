package org.heapline.tests.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.heapline.tests.attach.Service;
import org.heapline.tests.harness.Jdks;
import org.heapline.tests.harness.Report;
import org.heapline.tests.harness.TargetProgram;
import org.heapline.views.session.FilePrompt;
import org.heapline.views.snapshots.SavedSnapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** Keep what was measured, and find it again. */
@ExtendWith(ApplicationExtension.class)
class SnapshotIT {
    private static final String GARBAGE = "org.heapline.targets.service.Garbage";
    private static final int LINE = Service.lineOf("Garbage", "// garbage");

    @TempDir
    static Path folder;

    private OpenWindow window;
    private Hands hands;
    private SourceOnScreen source;
    private Screen screen;

    @Start
    void start(Stage stage) {
        window = OpenWindow.on(stage, folder, new Answers());
        hands = window.hands();
        source = window.source();
        screen = window.screen();
    }

    @Stop
    void stop() {
        window.close();
    }

    /** The user who types a file's name into a dialog. */
    private static final class Answers implements FilePrompt {
        @Override
        public Optional<Path> toWrite(String title, String name, String extension) {
            return Optional.of(folder.resolve("exported." + extension));
        }

        @Override
        public Optional<Path> toRead(String title, String extension) {
            return Optional.empty();
        }
    }

    @Test
    void aSavedSnapshotHasTheSameFiguresWhenItIsReopenedAndExported() {
        try (TargetProgram target = Service.start(Jdks.running())) {
            window.attachTo(target);
            for (int i = 0; i < 3; i++) {
                target.ask("go Garbage.make");
            }
            window.openHottestLineOf(GARBAGE);
            source.awaitFigures(LINE, "30.0", "30");
            hands.click("#snapshot-button");
            screen.until("the word that it is saved", () -> screen.textOf("#notice-text")
                    .startsWith("Saved"));

            target.ask("go Garbage.make");
            source.awaitFigures(LINE, "40.0", "40");
            hands.click("#snapshot-button");
            screen.until("both snapshots", () -> snapshots().getItems().size() == 2);
            hands.press(KeyCode.W);
            screen.until("the tab to be closed", () -> screen.isShowing("#welcome"));
            target.awaitUnprofiled();
        }

        seeBothSideBySide();

        hands.doubleClick(
                "#snapshot-list",
                SavedSnapshot.class,
                saved -> saved.equals(snapshots().getItems().get(1)));
        window.openHottestLineOf(GARBAGE);
        source.awaitFigures(LINE, "30.0", "30");
        screen.picture("reopened");

        hands.click("#export-button");
        hands.click("#export-json");
        Path json = folder.resolve("exported.json");
        screen.until("the exported file", () -> Files.exists(json));
        Report.Line line = Service.line(Report.read(json), "Garbage", "// garbage");
        assertEquals(30, line.occurrences());
        assertEquals(30 * ((1 << 20) + 16), line.increment());
    }

    /** Each of the two has a window, and what becomes of one is nothing to the other. */
    private void seeBothSideBySide() {
        hands.click("#snapshot-list", SavedSnapshot.class, saved -> true);
        hands.press(KeyCode.A);
        screen.until(
                "both to be chosen",
                () -> snapshots().getSelectionModel().getSelectedItems().size() == 2);
        hands.showMenu("#snapshot-list");
        hands.pick("Open side by side");
        String later = title(0);
        String earlier = title(1);
        screen.until("a window for each snapshot", () -> isOpen(earlier) && isOpen(later));
        screen.until(
                "the earlier one to stand on the left",
                () -> edge(earlier) + screen.stage(earlier).orElseThrow().getWidth() <= edge(later));
        screen.picture(earlier, "side-by-side");

        hands.focus(later);
        hands.press(KeyCode.W);
        screen.until("its window to be closed, and no other", () -> !isOpen(later) && isOpen(earlier));

        hands.focus(earlier);
        hands.press(KeyCode.N);
        screen.until("the other to be a tab again", () -> !isOpen(earlier) && screen.isShowing(".tab"));
        hands.showMenu(".tab");
        hands.pick("Move to a window of its own");
        screen.until("its window once more", () -> isOpen(earlier) && screen.isShowing("#welcome"));
        hands.focus(earlier);
        hands.press(KeyCode.W);
        screen.until("all to be closed", () -> !isOpen(earlier));
    }

    private boolean isOpen(String title) {
        return screen.stage(title).isPresent();
    }

    private double edge(String title) {
        return screen.stage(title).orElseThrow().getX();
    }

    private String title(int row) {
        return ((SavedSnapshot) snapshots().getItems().get(row)).name() + " \u2013 Heapline";
    }

    private ListView<?> snapshots() {
        return (ListView<?>) screen.node("#snapshot-list");
    }
}

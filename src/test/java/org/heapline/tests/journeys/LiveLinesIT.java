package org.heapline.tests.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import javafx.stage.Stage;
import org.heapline.tests.attach.Service;
import org.heapline.tests.harness.Jdk;
import org.heapline.tests.harness.TargetProgram;
import org.heapline.views.hotlines.HotRow;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** Attach by a double click and watch the lines. */
@ExtendWith(ApplicationExtension.class)
class LiveLinesIT {
    private static final int LINE = Service.lineOf("Garbage", "// garbage");

    @TempDir
    static Path folder;

    private OpenWindow window;
    private Hands hands;
    private SourceOnScreen source;
    private Screen screen;

    @Start
    void start(Stage stage) {
        window = OpenWindow.on(stage, folder);
        hands = window.hands();
        source = window.source();
        screen = window.screen();
    }

    @Stop
    void stop() {
        window.close();
    }

    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void theFiguresBesideTheSourceFollowTheProgramUntilItIsDetached(Jdk jdk) {
        try (TargetProgram target = Service.start(jdk)) {
            window.attachTo(target);
            screen.until("the status", () -> screen.textOf("#status-state").startsWith("Attached"));

            target.ask("go Garbage.make");
            window.openHottestLineOf("org.heapline.targets.service.Garbage");
            source.awaitFigures(LINE, "10.0", "10");
            target.ask("go Garbage.make");
            source.awaitFigures(LINE, "20.0", "20");
            for (int i = 0; i < 110; i++) {
                target.ask("go Garbage.make");
            }
            source.awaitFigures(LINE, "1\u00a0120.0", "1\u00a0120");
            screen.picture("live-lines-" + jdk.feature());

            chooseThreads();
            screen.cell(
                    "#hot-lines",
                    HotRow.class,
                    row -> row.title().equals("commands") && row.self() == 1_120 * ((1 << 20) + 16));
            screen.picture("threads-" + jdk.feature());

            hands.click("#detach-button");
            target.awaitUnprofiled();
            target.ask("go Garbage.make");
            assertEquals(new SourceOnScreen.Figures("1\u00a0120.0", "1\u00a0120"), source.figuresOf(LINE));
        }
    }

    /** By the button, or from the menu where the buttons do not fit. */
    private void chooseThreads() {
        if (screen.isShowing("#hot-segment-threads")) {
            hands.click("#hot-segment-threads");
        } else {
            hands.choose("#hot-segment-menu", "Threads");
        }
    }
}

package org.heapline.tests.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import javafx.stage.Stage;
import org.heapline.tests.attach.Service;
import org.heapline.tests.harness.Jdks;
import org.heapline.tests.harness.TargetProgram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** Attach to a program with a method that never returns: the window asks before it does anything. */
@ExtendWith(ApplicationExtension.class)
class RunningIT {
    private static final String LOOP = "org.heapline.targets.service.Endless#loop";
    private static final String COMMANDS = "org.heapline.targets.Commands#takeCommands";

    @TempDir
    static Path folder;

    private OpenWindow window;
    private Hands hands;
    private Screen screen;

    @Start
    void start(Stage stage) {
        window = OpenWindow.on(stage, folder);
        hands = window.hands();
        screen = window.screen();
    }

    @Stop
    void stop() {
        window.close();
    }

    @Test
    void theMethodIsNamedAndTheAnswerIsDone() {
        try (TargetProgram target = Service.start(Jdks.running())) {
            target.ask("go Endless.begin");
            window.doubleClickRowOf(target);
            screen.until("the question", () -> screen.isShowing("#running-methods"));
            screen.until("both loops to be named", () -> screen.texts("#running-methods", ".method")
                    .containsAll(List.of(COMMANDS, LOOP)));
            screen.pictureOfDialog("#running", "running");
            hands.click("#running-cancel");
            target.awaitAnswer("registered", "false");

            window.doubleClickAgain(target);
            hands.click("#running-anyway");
            screen.until("a tab with hot lines", () -> screen.isShowing("#hot-lines-view"));
            target.awaitProfiled();
            screen.until(
                    "the loop among what could not be profiled", () -> window.front().snapshot().problems().stream()
                            .anyMatch(problem -> problem.what().equals(LOOP)));
            assertEquals(
                    List.of(),
                    window.front().snapshot().problems().stream()
                            .filter(problem -> problem.why().contains("left out"))
                            .toList());
        }
    }
}

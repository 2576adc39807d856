package org.heapline.tests.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.ChoiceBox;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.heapline.client.MaxMem.Memory;
import org.heapline.tests.attach.Service;
import org.heapline.tests.harness.Jdk;
import org.heapline.tests.harness.TargetProgram;
import org.heapline.views.limits.LimitsViewModel;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** Several limits in the window: written, listed, armed and disarmed, exceeded; what they ask for is done. */
@ExtendWith(ApplicationExtension.class)
class LimitsIT {
    private static final int TAKES = Service.lineOf("Growth", "// takes");

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

    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void limitsAreWrittenListedAndExceeded(Jdk jdk) {
        try (TargetProgram target = Service.start(jdk)) {
            window.attachTo(target);
            hands.click("#limits-button");
            screen.until("the limits", () -> screen.isShowing("#limits-size"));
            write(Memory.HEAP, "95%");
            screen.until("the first limit", () -> names().equals(List.of("used heap")));

            hands.click("#limits-histogram");
            write(Memory.LIVE, "32m");
            screen.until("both limits", () -> names().equals(List.of("used heap", "live heap")));
            screen.until("what they do", () -> screen.texts("#limits-rows", ".limit-actions")
                    .equals(List.of(
                            "stop in the debugger, else park", "stop in the debugger, else park · class histogram")));
            screen.until(
                    "both to be armed",
                    () -> window.front().session().maxMem().limits().size() == 2);
            screen.pictureOfDialog("#limits-rows", "limits-" + jdk.feature());

            write(Memory.LIVE, "many");
            screen.until("what is wrong to be said", () -> screen.textOf("#limits-problem")
                    .contains("many"));
            hands.click("#limits-close");

            // A GC confirms what is alive, now and then: the program has to go on until it does.
            target.ask("go Growth.hold");
            screen.until("the stopped thread", () -> screen.isShowing("#paused-pane"));
            screen.until("why it is stopped", () -> screen.textOf("#paused-why")
                    .startsWith("after line " + TAKES + ": live heap "));
            screen.until("the histogram to be written", LimitsIT::hasHistogram);
            hands.click("#resume-button");
            screen.until("the thread to go on", () -> !screen.isShowing("#paused-pane"));
            assertEquals(
                    List.of(Memory.HEAP),
                    window.front().session().maxMem().limits().stream()
                            .map(limit -> limit.memory())
                            .toList(),
                    "the other limit is armed still");
        }
    }

    private void write(Memory memory, String size) {
        hands.choose("#limits-memory", LimitsViewModel.name(memory));
        screen.until(
                memory + " to be chosen",
                () -> screen.node("#limits-memory") instanceof ChoiceBox<?> box && box.getValue() == memory);
        hands.write("#limits-size", size);
        hands.type(KeyCode.ENTER);
    }

    private static boolean hasHistogram() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.anyMatch(file -> file.toString().endsWith("-trip-histogram.txt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> names() {
        return screen.texts("#limits-rows", ".limit-name");
    }
}

package org.heapline.tests.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.heapline.client.MaxMem;
import org.heapline.profile.Trip;
import org.heapline.tests.attach.Service;
import org.heapline.tests.harness.Jdk;
import org.heapline.tests.harness.TargetProgram;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** Arm MAXMEM in the toolbar, look at the stopped thread, let it go on. */
@ExtendWith(ApplicationExtension.class)
class MaxMemIT {
    private static final String JDWP = "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:0";
    private static final long LIMIT = 64 << 20;
    private static final Duration BOUND = Duration.ofSeconds(60);
    private static final int TAKES = Service.lineOf("Growth", "// takes");
    private static final int AFTER = Service.lineOf("Growth", "// after");
    private static final int KEEPS = Service.lineOf("Growth", "// keeps");

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
    void aParkedThreadIsShownOnItsLineAndReleased(Jdk jdk) {
        try (TargetProgram target = Service.start(jdk)) {
            armAndTrip(target);
            assertFalse(screen.isEnabled("#step-button"), "a parked thread cannot step");
            screen.until("all locals", () -> "100".equals(locals().get("times")) && locals().containsKey("i"));
            assertEquals("kept " + locals().get("i"), kept(target), "the next line has not run");
            hands.click("#paused-expression");
            hands.write("label.length()");
            hands.type(KeyCode.ENTER);
            screen.until("the value of the expression", () -> screen.textOf("#paused-evaluated")
                    .equals("label.length() = 6"));
            screen.picture("parked-" + jdk.feature());
            hands.click("#paused-classes-tab");
            screen.until("the classes by size", () -> screen.texts("#paused-classes", ".amount-name")
                    .contains("byte[]"));
            screen.picture("classes-" + jdk.feature());
            hands.click("#paused-recent-tab");
            screen.until("the line that allocated most lately", () -> screen.texts("#paused-recent", ".amount-name")
                    .contains("Growth.java:" + TAKES));
            resume(target);
        }
    }

    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void aThreadInTheDebuggerStepsLineByLineAndResumes(Jdk jdk) {
        try (TargetProgram target = Service.start(jdk, JDWP)) {
            armAndTrip(target);
            String before = kept(target);
            step(AFTER);
            // The button keeps the keyboard while it steps: the next key does the same again.
            screen.until("the next step to be possible", () -> screen.isEnabled("#step-button"));
            hands.type(KeyCode.SPACE);
            awaitStep(KEEPS);
            assertEquals(before, kept(target), "the line is not yet run");
            screen.picture("stepped-" + jdk.feature());
            step(TAKES - 1);
            assertNotEquals(before, kept(target), "the line is run");
            resume(target);
        }
    }

    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void theRestIsSuspendedAllIsCopiedItIsHandedOverAndGoesOnWithAHigherLimit(Jdk jdk) {
        try (TargetProgram target = Service.start(jdk, JDWP)) {
            armAndTrip(target);
            choose("#others-item");
            screen.until(
                    "all others to be suspended",
                    () -> window.front().pausedProperty().get().othersSuspended());
            screen.until("the thread, while all others are suspended", () -> screen.textOf("#paused-thread")
                    .equals("grower"));
            choose("#others-item");
            screen.until(
                    "the others to go on",
                    () -> !window.front().pausedProperty().get().othersSuspended());
            kept(target);

            choose("#copy-all-item");
            screen.until("the text for a bug report", () -> {
                String copied = Clipboard.getSystemClipboard().getString();
                return copied != null
                        && copied.contains("exceeded the maximum of 64.00 MiB")
                        && copied.contains("Growth.takeSome (Growth.java:" + TAKES + ")")
                        && copied.contains("Allocated most in the last 10 s");
            });

            choose("#handover-button");
            screen.until("what to type", () -> screen.isShowing("#handover-line"));
            screen.until(
                    "it to be handed over",
                    () -> screen.node("#handover-line") instanceof TextField line
                            && line.getText().startsWith("jdb -attach "));
            screen.until(
                    "nothing to step with any more",
                    () -> !screen.isShowing("#step-button") && screen.isShowing("#open-in-button"));
            screen.picture("handed-over-" + jdk.feature());

            int from = target.out().size();
            hands.click(screen.node("#resume-button").lookup(".arrow-button"));
            hands.click("#resume-higher-item");
            screen.until("the limit to be armed again, higher, or exceeded there already", this::isHigher);
            screen.until("the end of the work", () -> {
                window.front().triggers().resume();
                return target.out()
                        .await(from, "took 104857600 for orders"::equals, Duration.ofMillis(1))
                        .isPresent();
            });
        }
    }

    private boolean isHigher() {
        MaxMem.Limit armed = window.front().armedProperty().get();
        Trip trip = window.front().tripProperty().get();
        return armed != null && armed.bytes() > LIMIT || trip != null && trip.limitBytes() > LIMIT;
    }

    private void choose(String item) {
        hands.click("#paused-more");
        hands.click(item);
    }

    private void armAndTrip(TargetProgram target) {
        window.attachTo(target);
        hands.write("#maxmem-limit", "64MiB");
        hands.choose("#maxmem-memory", "used heap");
        screen.until(
                "used heap to be chosen",
                () -> screen.node("#maxmem-memory") instanceof ChoiceBox<?> box
                        && box.getValue() == MaxMem.Memory.HEAP);
        hands.click("#maxmem-switch");
        screen.until("MAXMEM to be armed", () -> window.front().armedProperty().get() != null);

        target.ask("go Growth.start");
        screen.until(
                "the stopped thread", () -> screen.isShowing("#paused-pane") && screen.isShowing("#paused-banner"));
        screen.until("why it is stopped", () -> {
            String why = screen.textOf("#paused-why");
            return why.startsWith("after line " + TAKES + ": used heap 6") && why.endsWith("exceeded 64.0 MiB");
        });
        screen.until("who is stopped", () -> screen.textOf("#paused-thread").equals("grower"));
        screen.until("the stack", () -> screen.texts("#paused-frames", ".frame-method").stream()
                .limit(2)
                .toList()
                .equals(List.of("Growth.takeSome", "Growth.grow")));
        source.awaitStoppedAt(TAKES);
        screen.until("the class", () -> screen.textOf("#source-class").equals("Growth"));
        screen.until("the locals", () -> String.valueOf(locals().get("label")).contains("orders"));
    }

    private void step(int line) {
        screen.until("a step to be possible", () -> screen.isEnabled("#step-button"));
        hands.click("#step-button");
        awaitStep(line);
    }

    private void awaitStep(int line) {
        screen.until(
                "the step to line " + line, () -> screen.textOf("#paused-why").startsWith("before line " + line + ":"));
        source.awaitStoppedAt(line);
    }

    private void resume(TargetProgram target) {
        int from = target.out().size();
        hands.click("#resume-button");
        assertTrue(
                target.out()
                        .await(from, "took 104857600 for orders"::equals, BOUND)
                        .isPresent(),
                "it goes on");
        screen.until(
                "the hot lines instead of the thread",
                () -> screen.isShowing("#hot-lines")
                        && !screen.isShowing("#paused-pane")
                        && !screen.isShowing("#paused-banner"));
        source.awaitFigures(TAKES, "100.0", "100");
    }

    private Map<String, String> locals() {
        List<String> names = screen.texts("#paused-locals", ".local-name");
        List<String> values = screen.texts("#paused-locals", ".local-value");
        Map<String, String> locals = new HashMap<>();
        for (int i = 0; i < Math.min(names.size(), values.size()); i++) {
            locals.put(names.get(i), values.get(i));
        }
        return locals;
    }

    /** How many blocks the grower has put into its list. The rest of the program answers while it stands. */
    private static String kept(TargetProgram target) {
        int from = target.out().size();
        target.ask("go Growth.kept");
        return target.out()
                .await(from, line -> line.startsWith("kept "), BOUND)
                .orElseThrow(() -> target.failure("did not say what it keeps"));
    }
}

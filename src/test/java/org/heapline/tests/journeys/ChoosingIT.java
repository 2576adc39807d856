package org.heapline.tests.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.heapline.protocol.Progress;
import org.heapline.tests.attach.Service;
import org.heapline.tests.harness.Jdks;
import org.heapline.tests.harness.TargetProgram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** Choose what is profiled, and how the window looks. */
@ExtendWith(ApplicationExtension.class)
class ChoosingIT {
    private static final String ORDERS = "org.heapline.targets.service.Orders";
    private static final int IN_CALLER = Service.lineOf("Orders", "book(i)");
    private static final int IN_BOOK = Service.lineOf("Orders", "// an order");

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

    @Test
    void aMethodIsFoundChosenAndIsThenTheOnlyOneThatCounts() {
        try (TargetProgram target = Service.start(Jdks.running())) {
            window.attachTo(target);
            hands.click("#choose-button");
            hands.click("#picker-search");
            hands.write("orders");
            screen.until(
                    "the only class of that name",
                    () -> screen.textOf("#picker-found").equals("1 class") && screen.hasBox("Orders"));
            hands.type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.RIGHT);
            screen.pictureOfDialog("#picker", "picker");
            screen.until("its methods", () -> screen.hasBox("book()"));
            hands.click(screen.box("book()"));
            hands.click("#picker-apply");
            screen.until("the choice in the toolbar", () -> screen.textOf("#patterns")
                    .equals(ORDERS + "#book"));
            screen.until("one method to be left", () -> {
                Progress progress = window.front().progressProperty().get();
                return progress != null && progress.getMethods() == 1;
            });

            target.ask("go Orders.book");
            window.openHottestLineOf(ORDERS);
            source.awaitFigures(IN_BOOK, "0.0", "10");
            assertEquals(new SourceOnScreen.Figures("", ""), source.figuresOf(IN_CALLER), "this method was not chosen");

            double light = screen.brightness();
            hands.click("#theme-toggle");
            screen.until("the window to become dark", () -> screen.brightness() < light / 2);
            source.awaitFigures(IN_BOOK, "0.0", "10");
            screen.picture("chosen-dark");
        }
    }
}

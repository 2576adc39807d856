package org.heapline.tests.journeys;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.heapline.profile.TimeRange;
import org.heapline.tests.attach.Service;
import org.heapline.tests.harness.Jdks;
import org.heapline.tests.harness.TargetProgram;
import org.heapline.views.notices.PastNotice;
import org.heapline.views.session.SelectedLine;
import org.heapline.views.snapshots.SavedSnapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** From a call to its method and back, through the messages, and to what was open before. */
@ExtendWith(ApplicationExtension.class)
class LookingAroundIT {
    private static final String ORDERS = "org.heapline.targets.service.Orders";
    private static final int ORDER = Service.lineOf("Orders", "// an order");
    private static final int CALL = Service.lineOf("Orders", "book(i)");
    private static final int METHOD = Service.lineOf("Orders", "byte[] book(");

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
    void aCallIsFollowedByAClickAndBack() {
        try (TargetProgram target = Service.start(Jdks.running())) {
            window.attachTo(target);
            target.ask("go Orders.book");
            window.openHottestLineOf(ORDERS);
            source.awaitFigures(ORDER, "0.0", "10");
            window.followCall(CALL, "book");
            screen.until("the method that is called", () -> lookedAt() == METHOD);
            hands.click("#source-back");
            screen.until("the line from which one came", () -> lookedAt() == ORDER);
            screen.until("nothing more to go back to", () -> !screen.isShowing("#source-back"));
        }
    }

    private int lookedAt() {
        SelectedLine line = window.front().selectedLineProperty().get();
        return line == null ? 0 : line.line();
    }

    @Test
    void whatIsSavedIsInTheMessagesAndOpenAgainTheNextTimeAndFilteredByTime() {
        try (TargetProgram target = Service.start(Jdks.running())) {
            window.attachTo(target);
            target.ask("go Orders.book");
            window.openHottestLineOf(ORDERS);
            source.awaitFigures(ORDER, "0.0", "10");
            screen.until(
                    "two seconds of history",
                    () -> window.front().snapshot().duration().toMillis() > 2_500);
            hands.click("#snapshot-button");
            screen.until("the word that it is saved", () -> screen.textOf("#notice-text")
                    .startsWith("Saved"));
            readTheMessages();
            hands.press(KeyCode.W);
            screen.until("the tab to be closed", () -> screen.isShowing("#welcome"));
        }
        hands.doubleClick("#snapshot-list", SavedSnapshot.class, saved -> true);
        window.openHottestLineOf(ORDERS);
        window.reopen(folder);
        screen.until("the tab that was open", () -> screen.isShowing("#hot-lines-view"));
        window.openHottestLineOf(ORDERS);
        source.awaitFigures(ORDER, "0.0", "10");
        filterByTime();
    }

    private void readTheMessages() {
        hands.click("#notices-button");
        screen.cell("#notice-log-list", PastNotice.class, past -> past.notice()
                .text()
                .startsWith("Saved"));
        hands.click("#notice-log-copy");
        screen.until("the messages to be copied", () -> {
            String copied = Clipboard.getSystemClipboard().getString();
            return copied != null && copied.contains("Saved");
        });
        hands.type(KeyCode.ESCAPE);
        screen.until("the messages to be gone", () -> !screen.isShowing("#notice-log-list"));
    }

    private void filterByTime() {
        hands.drag("#timeline-chart", 0.2, 0.4);
        screen.until("the range", () -> screen.isShowing("#range-text"));
        TimeRange range = window.front().window().rangeProperty().get();
        long whole = window.front().snapshot().duration().toMillis();
        assertTrue(range != null && range.millis() > 0 && range.millis() <= whole, range + " of " + whole);
        screen.picture("range-of-a-snapshot");
        hands.click("#range-clear");
        screen.until("the whole again", () -> !screen.isShowing("#range-text"));
    }
}

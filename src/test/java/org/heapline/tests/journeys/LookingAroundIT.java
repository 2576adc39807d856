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

    private OpenWindow screen;

    @Start
    void start(Stage stage) {
        screen = OpenWindow.on(stage, folder);
    }

    @Stop
    void stop() {
        screen.close();
    }

    @Test
    void aCallIsFollowedByAClickAndBack() {
        try (TargetProgram target = Service.start(Jdks.running())) {
            screen.attachTo(target);
            target.ask("go Orders.book");
            screen.openHottestLineOf(ORDERS);
            screen.awaitFigures(ORDER, "0.0", "10");
            screen.followCall(CALL, "book");
            screen.until("the method that is called", () -> lookedAt() == METHOD);
            screen.click("#source-back");
            screen.until("the line from which one came", () -> lookedAt() == ORDER);
            screen.until("nothing more to go back to", () -> !screen.isShowing("#source-back"));
        }
    }

    private int lookedAt() {
        SelectedLine line = screen.front().selectedLineProperty().get();
        return line == null ? 0 : line.line();
    }

    @Test
    void whatIsSavedIsInTheMessagesAndOpenAgainTheNextTimeAndFilteredByTime() {
        try (TargetProgram target = Service.start(Jdks.running())) {
            screen.attachTo(target);
            target.ask("go Orders.book");
            screen.openHottestLineOf(ORDERS);
            screen.awaitFigures(ORDER, "0.0", "10");
            screen.until(
                    "two seconds of history",
                    () -> screen.front().snapshot().duration().toMillis() > 2_500);
            screen.click("#snapshot-button");
            screen.until("the word that it is saved", () -> screen.textOf("#notice-text")
                    .startsWith("Saved"));
            readTheMessages();
            screen.press(KeyCode.W);
            screen.until("the tab to be closed", () -> screen.isShowing("#welcome"));
        }
        screen.doubleClick("#snapshot-list", SavedSnapshot.class, saved -> true);
        screen.openHottestLineOf(ORDERS);
        screen.reopen(folder);
        screen.until("the tab that was open", () -> screen.isShowing("#hot-lines-view"));
        screen.openHottestLineOf(ORDERS);
        screen.awaitFigures(ORDER, "0.0", "10");
        filterByTime();
    }

    private void readTheMessages() {
        screen.click("#notices-button");
        screen.cell("#notice-log-list", PastNotice.class, past -> past.notice()
                .text()
                .startsWith("Saved"));
        screen.click("#notice-log-copy");
        screen.until("the messages to be copied", () -> {
            String copied = Clipboard.getSystemClipboard().getString();
            return copied != null && copied.contains("Saved");
        });
        screen.type(KeyCode.ESCAPE);
        screen.until("the messages to be gone", () -> !screen.isShowing("#notice-log-list"));
    }

    private void filterByTime() {
        screen.drag("#timeline-chart", 0.2, 0.4);
        screen.until("the range", () -> screen.isShowing("#range-text"));
        TimeRange range = screen.front().window().rangeProperty().get();
        long whole = screen.front().snapshot().duration().toMillis();
        assertTrue(range != null && range.millis() > 0 && range.millis() <= whole, range + " of " + whole);
        screen.picture("range-of-a-snapshot");
        screen.click("#range-clear");
        screen.until("the whole again", () -> !screen.isShowing("#range-text"));
    }
}

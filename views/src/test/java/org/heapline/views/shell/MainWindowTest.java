package org.heapline.views.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.heapline.client.Running;
import org.heapline.client.Session;
import org.heapline.protocol.RunningFrame;
import org.heapline.views.fake.FakeAttacher;
import org.heapline.views.fake.FakeSession;
import org.heapline.views.fake.Orders;
import org.heapline.views.fake.Shapes;
import org.heapline.views.jvms.JvmRow;
import org.heapline.views.theme.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class MainWindowTest {
    @TempDir
    static Path folder;

    private final FakeAttacher machine = FakeAttacher.ordinary();
    private final FakeSession session = new FakeSession();
    private MainWindow window;

    @Start
    void start(Stage stage) {
        session.measure(Shapes.orders(Duration.ofSeconds(20), Orders.methods(1), null));
        window = new MainWindow(DesktopSetup.plain(machine, DesktopSettings.in(folder)));
        window.show(stage);
    }

    @Stop
    void stop() {
        window.close();
    }

    @Test
    void attachSaveReopenCompareAndClose(FxRobot robot) throws Exception {
        machine.session = session;
        doubleClickFirstRow(robot);
        until(() -> window.model().tabs().size() == 1);
        assertEquals(List.of(50911L), machine.attached);
        until(() -> robot.lookup("#status-state").tryQuery().isPresent());

        robot.clickOn("#snapshot-button");
        until(() -> window.model().snapshots().files().size() == 1);
        robot.interact(() -> window.model()
                .files()
                .open(window.model().snapshots().files().get(0).file()));
        until(() -> window.model().tabs().size() == 2);

        WindowTab.OfSession live = (WindowTab.OfSession) window.model().tabs().get(0);
        robot.interact(() -> window.model()
                .files()
                .compare(window.model().snapshots().files().get(0).file(), live.session()));
        until(() -> window.model().tabs().size() == 3);
        until(() -> robot.lookup("#comparison").tryQuery().isPresent());

        robot.interact(() -> window.model().close(live));
        until(() -> session.state() == Session.State.DETACHED
                && window.model().tabs().size() == 2);
    }

    @Test
    void theTableIsGroupedAndCopiedByCommandsAlone(FxRobot robot) throws Exception {
        machine.session = session;
        doubleClickFirstRow(robot);
        until(() -> robot.lookup("#hot-lines").tryQuery().isPresent());
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        until(() -> firstColumn(robot).equals("Method"));
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        until(() -> firstColumn(robot).equals("Line"));
        robot.interact(() -> window.command("copy.csv"));
        until(() -> {
            List<String> copied = new ArrayList<>();
            robot.interact(() ->
                    copied.add(String.valueOf(Clipboard.getSystemClipboard().getString())));
            return copied.get(0).startsWith("name,detail,file,line");
        });
    }

    private static String firstColumn(FxRobot robot) {
        return robot.lookup("#hot-lines").queryTableView().getColumns().get(0).getText();
    }

    @Test
    void asksWhatBecomesOfRunningMethodsBeforeAnythingIsDone(FxRobot robot) throws Exception {
        machine.session = session;
        machine.running = List.of(new RunningFrame("com.acme.Main", "main", 12, "main"));
        doubleClickFirstRow(robot);
        until(() -> robot.lookup("#running-dialog").tryQuery().isPresent());
        assertTrue(window.model().tabs().isEmpty());
        assertTrue(robot.lookup("com.acme.Main#main").tryQuery().isPresent());
        robot.clickOn("#running-cancel");
        until(() -> robot.lookup("#running-dialog").tryQuery().isEmpty());
        assertEquals(List.of(Running.ASK), machine.answers);

        doubleClickFirstRow(robot);
        until(() -> robot.lookup("#running-dialog").tryQuery().isPresent());
        robot.clickOn("#running-leave-out");
        until(() -> window.model().tabs().size() == 1);
        assertEquals(List.of(Running.ASK, Running.ASK, Running.LEAVE_OUT), machine.answers);
    }

    @Test
    void attachingIsToldInTheFootAndCancelledThereOrWithAKey(FxRobot robot) throws Exception {
        machine.session = session;
        machine.gate = new CountDownLatch(1);
        JvmRow row = window.model().jvms().shown().get(0);
        doubleClickFirstRow(robot);
        until(() -> isShown(robot, "#window-cancel"));
        assertEquals(
                "Attaching to Maven: verify",
                robot.lookup("#window-doing").queryLabeled().getText());
        robot.push(KeyCode.ESCAPE);
        until(() -> !isShown(robot, "#window-cancel") && row.linkProperty().get() == JvmRow.Link.NONE);

        doubleClickFirstRow(robot);
        until(() -> isShown(robot, "#window-cancel"));
        robot.clickOn("#window-cancel");
        until(() -> !isShown(robot, "#window-cancel") && row.linkProperty().get() == JvmRow.Link.NONE);
        assertEquals(2, machine.attached.size());
        assertTrue(window.model().tabs().stream()
                .noneMatch(tab -> tab instanceof WindowTab.OfSession shown
                        && shown.session().isLive()));
        assertNull(window.model().noticeProperty().get());
    }

    private static boolean isShown(FxRobot robot, String node) {
        return robot.lookup(node)
                .tryQuery()
                .filter(found -> found.isVisible() && found.getParent().isVisible())
                .isPresent();
    }

    @Test
    void aRefusalIsSaidOnTheRowAndAboveTheTabs(FxRobot robot) throws Exception {
        doubleClickFirstRow(robot);
        until(() ->
                robot.lookup("#main-notice").tryQuery().filter(Node::isVisible).isPresent());
        JvmRow row = window.model().jvms().shown().get(0);
        assertTrue(row.failureProperty().get().contains("does not answer"));
        assertTrue(window.model().tabs().isEmpty());
    }

    @Test
    void theThemeChangesAtOnceAndIsRemembered(FxRobot robot) throws Exception {
        until(() -> robot.lookup("#theme-toggle").tryQuery().isPresent());
        Theme before = window.themes().theme();
        robot.clickOn("#theme-toggle");
        assertEquals(before.other(), window.themes().theme());
        robot.interact(window::close);
        assertEquals(before.other(), DesktopSettings.in(folder).theme());
    }

    private void doubleClickFirstRow(FxRobot robot) throws Exception {
        ListView<JvmRow> list = robot.lookup("#jvm-list").queryListView();
        until(() -> list.getItems().size() == 5);
        until(() -> robot.lookup("Maven: verify").tryQuery().isPresent());
        Node row = robot.lookup("Maven: verify").query();
        assertFalse(row.localToScreen(row.getBoundsInLocal()).isEmpty());
        robot.moveTo(row);
        // Both clicks at once: a slow machine would make two single ones of them.
        robot.interact(() -> {
            Robot mouse = new Robot();
            mouse.mouseClick(MouseButton.PRIMARY);
            mouse.mouseClick(MouseButton.PRIMARY);
        });
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }
}

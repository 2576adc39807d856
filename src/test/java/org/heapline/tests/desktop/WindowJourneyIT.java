package org.heapline.tests.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.heapline.client.MaxMem;
import org.heapline.client.Session;
import org.heapline.client.local.LocalAttacher;
import org.heapline.tests.attach.Service;
import org.heapline.tests.harness.Jdks;
import org.heapline.tests.harness.TargetProgram;
import org.heapline.tests.harness.TestFolder;
import org.heapline.views.jvms.JvmRow;
import org.heapline.views.shell.DesktopSettings;
import org.heapline.views.shell.DesktopSetup;
import org.heapline.views.shell.MainWindow;
import org.heapline.views.shell.WindowTab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

/** From the list of JVMs to a saved snapshot, with the mouse and the keyboard. */
@ExtendWith(ApplicationExtension.class)
class WindowJourneyIT {
    private TargetProgram target;
    private MainWindow window;

    @Start
    void start(Stage stage) {
        Path settings = TestFolder.fresh("desktop");
        target = Service.start(Jdks.running());
        window = new MainWindow(DesktopSetup.plain(new LocalAttacher(), DesktopSettings.in(settings)));
        window.show(stage);
    }

    @Stop
    void stop() {
        window.close();
        target.close();
    }

    @Test
    void attachWatchStopResumeSaveReopenDetach(FxRobot robot) throws Exception {
        robot.doubleClickOn(rowOfTarget(robot));
        until("a tab", () -> window.model().tabs().size() == 1);
        Session session = session();
        target.awaitProfiled();

        numbersChangeOnTheSource(robot);
        theProgramStopsAndGoesOn(robot, session);
        aSnapshotIsSavedAndOpened(robot);

        robot.interact(() ->
                window.model().selectedProperty().set(window.model().tabs().get(0)));
        robot.clickOn(shown(robot, "#detach-button", node -> true));
        until("the session to end", () -> session.state() == Session.State.DETACHED);
        target.awaitUnprofiled(Duration.ofSeconds(10));
    }

    private void numbersChangeOnTheSource(FxRobot robot) throws TimeoutException {
        target.ask("go Orders.book");
        until("the hot line", () -> labelIn(robot, "#hot-lines", "Orders") != null);
        robot.clickOn(labelIn(robot, "#hot-lines", "Orders"));
        int line = Service.lineOf("Orders", "// an order");
        until("ten occurrences", () -> "10".equals(occurrencesOf(robot, line)));
        target.ask("go Orders.book");
        until("twenty occurrences", () -> "20".equals(occurrencesOf(robot, line)));
    }

    private void theProgramStopsAndGoesOn(FxRobot robot, Session session) throws TimeoutException {
        ChoiceBox<MaxMem.Memory> memory = robot.lookup("#maxmem-memory").<ChoiceBox<MaxMem.Memory>>query();
        robot.interact(() -> memory.setValue(MaxMem.Memory.HEAP));
        TextField limit = robot.lookup("#maxmem-limit").queryAs(TextField.class);
        robot.clickOn(limit);
        robot.interact(limit::selectAll);
        robot.write("64MiB");
        robot.clickOn("#maxmem-switch");
        until("the limit to be armed", () -> session.maxMem().armed() != null);
        MaxMem.Limit armed = session.maxMem().armed();
        assertNotNull(armed);
        assertEquals(64L << 20, armed.bytes());

        target.ask("go Growth.start");
        until("the paused pane", () -> visible(robot, "#paused-pane"));
        until("the frame", () -> labelIn(robot, "#paused-frames", "takeSome") != null);
        until("a local", () -> labelIn(robot, "#paused-locals", "label") != null);
        assertEquals(
                Service.lineOf("Growth", "// takes"),
                session.maxMem().paused().trip().line());

        robot.clickOn(shown(robot, "#resume-button", node -> true));
        target.awaitAnswer("state grower", "ended");
        until("the pane to go", () -> !visible(robot, "#paused-pane"));
    }

    private void aSnapshotIsSavedAndOpened(FxRobot robot) throws TimeoutException {
        robot.clickOn("#snapshot-button");
        ListView<?> saved = robot.lookup("#snapshot-list").queryListView();
        until("the snapshot", () -> saved.getItems().size() == 1);
        robot.doubleClickOn(shown(robot, ".list-cell", node -> cellOf(node, saved)));
        until("its tab", () -> window.model().tabs().size() == 2);
        until("its hot line", () -> labelIn(robot, "#hot-lines", "Orders") != null);
        robot.clickOn(labelIn(robot, "#hot-lines", "Orders"));
        int line = Service.lineOf("Orders", "// an order");
        until("the saved occurrences", () -> "20".equals(occurrencesOf(robot, line)));
    }

    private Node rowOfTarget(FxRobot robot) throws TimeoutException {
        ListView<JvmRow> list = robot.lookup("#jvm-list").queryListView();
        until("the target in the list", () -> list.getItems().stream().anyMatch(this::isTarget));
        robot.clickOn("#jvm-search").write(Long.toString(target.pid()));
        until(
                "the target alone",
                () -> list.getItems().size() == 1 && isTarget(list.getItems().get(0)));
        return shown(
                robot,
                ".list-cell",
                node -> node instanceof ListCell<?> cell && cell.getItem() instanceof JvmRow row && isTarget(row));
    }

    private boolean isTarget(JvmRow row) {
        return row.pid() == target.pid();
    }

    private Session session() {
        Session session =
                ((WindowTab.OfSession) window.model().tabs().get(0)).session().session();
        assertNotNull(session);
        return session;
    }

    private static boolean cellOf(Node node, ListView<?> list) {
        return node instanceof ListCell<?> cell && cell.getListView() == list && !cell.isEmpty();
    }

    private static boolean visible(FxRobot robot, String query) {
        return robot.lookup(query).match(WindowJourneyIT::isShown).tryQuery().isPresent();
    }

    private static Node shown(FxRobot robot, String query, Predicate<Node> wanted) {
        return robot.lookup(query)
                .match(node -> isShown(node) && wanted.test(node))
                .query();
    }

    /** Visible with all that is around it: a tab that is not in front keeps its nodes. */
    private static boolean isShown(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return node.getScene() != null;
    }

    private static Node labelIn(FxRobot robot, String query, String text) {
        return robot.lookup(query)
                .match(WindowJourneyIT::isShown)
                .lookup(".label")
                .match(node -> isShown(node)
                        && String.valueOf(((Label) node).getText()).contains(text))
                .tryQuery()
                .orElse(null);
    }

    /** What the source view has in its Occurrences column on a line, or null while the line is not shown. */
    private static String occurrencesOf(FxRobot robot, int line) {
        for (Node row :
                robot.lookup(".source-row").match(WindowJourneyIT::isShown).queryAll()) {
            if (text(row, ".line-number").equals(Integer.toString(line))) {
                return text(row, ".occurrences");
            }
        }
        return null;
    }

    private static String text(Node row, String styleClass) {
        return ((Label) row.lookup(styleClass)).getText();
    }

    private static void until(String what, Callable<Boolean> condition) throws TimeoutException {
        try {
            WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, condition);
        } catch (TimeoutException e) {
            throw new AssertionError("Waited in vain for " + what, e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }
}

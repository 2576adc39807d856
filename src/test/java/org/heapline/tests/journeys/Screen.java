package org.heapline.tests.journeys;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.heapline.tests.harness.Await;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/**
 * What a user sees: the nodes that are shown, their texts, pictures of them. Of tabs only the one in front is seen. On
 * any thread, unless a method says otherwise.
 */
final class Screen {
    private static final Duration BOUND = Duration.ofSeconds(60);
    private static final long ANSWER_MILLIS = 60_000;

    private final FxRobot robot;
    private final Stage main;

    /** @param main the window of which pictures are taken */
    Screen(FxRobot robot, Stage main) {
        this.robot = robot;
        this.main = main;
    }

    static <T> T onFx(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(ANSWER_MILLIS, work);
    }

    /** Waits for something on the screen; the condition is asked on the JavaFX thread. */
    void until(String what, BooleanSupplier condition) {
        until(what, condition, () -> "");
    }

    /** @param instead what is there instead, for the message of the failure */
    void until(String what, BooleanSupplier condition, Callable<String> instead) {
        try {
            Await.until(what, BOUND, () -> onFx(condition::getAsBoolean));
        } catch (AssertionError e) {
            Path png = picture("failed");
            throw new AssertionError(e.getMessage() + " " + onFx(instead) + "; the window then: " + png, e);
        }
    }

    boolean isShowing(String query) {
        return onFx(() -> find(query).isPresent());
    }

    boolean isEnabled(String query) {
        return onFx(() -> find(query).filter(node -> !node.isDisabled()).isPresent());
    }

    /** A node that is shown. */
    Node node(String query) {
        return onFx(() -> find(query).orElseThrow(() -> new AssertionError(query + " is not on the screen")));
    }

    /** On the JavaFX thread. */
    Optional<Node> find(String query) {
        return all(query).findFirst();
    }

    /** All that is shown of these, in any window. On the JavaFX thread. */
    Stream<Node> all(String query) {
        return robot.lookup(query).queryAll().stream().filter(Screen::showing);
    }

    /** Tabs in the background are in the scene too. */
    static boolean showing(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return node.getScene() != null && node.getScene().getWindow() != null;
    }

    /** The text of a label that is shown; empty while it is not. */
    String textOf(String query) {
        return onFx(() -> find(query)
                .map(node -> node instanceof Labeled label ? label.getText() : "")
                .orElse(""));
    }

    /** The texts in the rows of a list that have this style class, from top to bottom. */
    List<String> texts(String list, String styleClass) {
        return onFx(() -> node(list).lookupAll(styleClass).stream()
                .filter(Screen::showing)
                .map(node -> ((Labeled) node).getText())
                .toList());
    }

    /** The cell of a list, table or tree that shows such an item; waits for it. */
    <T> Node cell(String list, Class<T> type, Predicate<T> wanted) {
        until("a row in " + list, () -> !cells(list, type, wanted).isEmpty());
        return onFx(() -> cells(list, type, wanted).get(0));
    }

    /** On the JavaFX thread. */
    <T> List<Node> cells(String list, Class<T> type, Predicate<T> wanted) {
        return node(list).lookupAll(".indexed-cell").stream()
                .filter(node -> node instanceof IndexedCell<?> cell
                        && type.isInstance(cell.getItem())
                        && wanted.test(type.cast(cell.getItem()))
                        && showing(cell))
                .toList();
    }

    /** A choice of the menu that is open, by its text. On the JavaFX thread. */
    Optional<Node> choice(String text) {
        return all(".menu-item")
                .filter(item -> says(item.lookup(".label"), text))
                .findFirst();
    }

    /** A box that can be ticked, by its text. */
    Node box(String text) {
        return onFx(() -> boxes(text).findFirst().orElseThrow());
    }

    boolean hasBox(String text) {
        return onFx(() -> boxes(text).findFirst().isPresent());
    }

    private Stream<Node> boxes(String text) {
        return all(".check-box").filter(node -> says(node, text));
    }

    private static boolean says(Node node, String text) {
        return node instanceof Labeled label && text.equals(label.getText());
    }

    /** The window with this title, if it is open. On the JavaFX thread. */
    Optional<Stage> stage(String title) {
        return robot.listWindows().stream()
                .filter(open -> open instanceof Stage stage && title.equals(stage.getTitle()))
                .map(open -> (Stage) open)
                .findFirst();
    }

    /** Draws the window as it is now. Returns the file. */
    Path picture(String name) {
        return Picture.of(main.getScene()).save(name);
    }

    /** Draws the window with this title. */
    Path picture(String title, String name) {
        return Picture.of(onFx(() -> stage(title).orElseThrow()).getScene()).save(name);
    }

    /** Draws the dialog that a node is in. */
    Path pictureOfDialog(String query, String name) {
        return Picture.of(node(query).getScene()).save(name);
    }

    /** How light the window is: 0 black, 1 white. */
    double brightness() {
        return Picture.of(main.getScene()).brightness();
    }
}

package org.heapline.tests.journeys;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;

/** A user's hands: mouse and keys. They wait for what they are to touch; never on the JavaFX thread. */
final class Hands {
    private final FxRobot robot;
    private final Screen screen;

    Hands(FxRobot robot, Screen screen) {
        this.robot = robot;
        this.screen = screen;
    }

    void click(String query) {
        robot.clickOn(atRest(query, () -> screen.find(query).filter(node -> !node.isDisabled())));
    }

    void click(Node node) {
        robot.clickOn(atRest(node.toString(), () -> Optional.of(node)));
    }

    /** Clicks the cell of a list that shows such an item. */
    <T> void click(String list, Class<T> type, Predicate<T> wanted) {
        robot.clickOn(cellAtRest(list, type, wanted));
    }

    /** Clicks the cell of a list that shows such an item, twice. */
    <T> void doubleClick(String list, Class<T> type, Predicate<T> wanted) {
        robot.moveTo(cellAtRest(list, type, wanted));
        // Both clicks at once: a slow machine would make two single ones of them.
        robot.interact(() -> {
            Robot mouse = new Robot();
            mouse.mouseClick(MouseButton.PRIMARY);
            mouse.mouseClick(MouseButton.PRIMARY);
        });
    }

    /** Clicks with the key held that makes a link of a call. */
    void clickLink(Point2D place) {
        robot.press(KeyCode.CONTROL);
        robot.clickOn(place);
        robot.release(KeyCode.CONTROL);
    }

    private <T> Node cellAtRest(String list, Class<T> type, Predicate<T> wanted) {
        screen.until(list + " to be shown", () -> screen.isShowing(list));
        return atRest("a row in " + list, () -> screen.cells(list, type, wanted).stream()
                .findFirst());
    }

    /** Waits until a node is there and stays where it is, so that a click does not miss it. */
    private Node atRest(String what, Supplier<Optional<Node>> finder) {
        Node[] found = new Node[1];
        Bounds[] place = new Bounds[1];
        screen.until(what + " to be shown, enabled and at rest", () -> {
            Node node = finder.get().filter(Screen::showing).orElse(null);
            Bounds now = null;
            if (node != null) {
                node.getScene().getRoot().applyCss();
                node.getScene().getRoot().layout();
                now = node.localToScreen(node.getBoundsInLocal());
            }
            boolean rests = now != null && !now.isEmpty() && node == found[0] && now.equals(place[0]);
            found[0] = node;
            place[0] = now;
            return rests;
        });
        return found[0];
    }

    /** Opens the context menu of a node, as the menu key does. */
    void showMenu(String query) {
        Node node = screen.node(query);
        Bounds bounds = Screen.onFx(() -> node.localToScreen(node.getBoundsInLocal()));
        robot.interact(() -> node.fireEvent(new ContextMenuEvent(
                ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                10,
                10,
                bounds.getMinX() + 10,
                bounds.getMinY() + 10,
                true,
                null)));
    }

    /** Chooses from a box with choices, by the text of the choice. */
    void choose(String box, String text) {
        click(box);
        pick(text);
    }

    /** Chooses from the menu that is open, by the text of the choice. */
    void pick(String text) {
        screen.until("the choice " + text, () -> screen.choice(text).isPresent());
        click(Screen.onFx(() -> screen.choice(text).orElseThrow()));
    }

    /** Draws with the mouse from one part of a node's width to another. */
    void drag(String query, double from, double to) {
        screen.until(query + " to be shown", () -> screen.isShowing(query));
        Bounds bounds = Screen.onFx(() -> screen.find(query)
                .map(node -> node.localToScreen(node.getBoundsInLocal()))
                .orElseThrow());
        robot.drag(bounds.getMinX() + from * bounds.getWidth(), bounds.getCenterY())
                .dropTo(bounds.getMinX() + to * bounds.getWidth(), bounds.getCenterY());
    }

    void write(String text) {
        robot.write(text, 0);
    }

    /** Overwrites a text field. */
    void write(String field, String text) {
        click(field);
        press(KeyCode.A);
        write(text);
    }

    /** Ctrl, or Cmd on a Mac, and a key. */
    void press(KeyCode key) {
        robot.push(new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN));
    }

    void type(KeyCode... keys) {
        robot.type(keys);
    }

    /** Goes to the window with this title, as with a click on it. */
    void focus(String title) {
        robot.interact(() -> screen.stage(title).ifPresent(Stage::requestFocus));
        screen.until(
                title + " to have the keys",
                () -> screen.stage(title).filter(Stage::isFocused).isPresent());
    }
}

package org.heapline.tests.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.image.WritableImage;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.heapline.client.local.LocalAttacher;
import org.heapline.tests.harness.Await;
import org.heapline.tests.harness.TargetProgram;
import org.heapline.tests.harness.TestFolder;
import org.heapline.views.hotlines.HotRow;
import org.heapline.views.jvms.JvmRow;
import org.heapline.views.session.FileDialogs;
import org.heapline.views.session.FilePrompt;
import org.heapline.views.session.SessionViewModel;
import org.heapline.views.shell.DesktopSettings;
import org.heapline.views.shell.DesktopSetup;
import org.heapline.views.shell.MainWindow;
import org.heapline.views.shell.WindowTab;
import org.heapline.views.source.SourceLine;
import org.jspecify.annotations.Nullable;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The real main window on a screen that is not there, with a user's hands and eyes. Settings go to a test's folder. */
final class OpenWindow {
    private static final Duration BOUND = Duration.ofSeconds(60);
    private static final long ANSWER_MILLIS = 60_000;

    private final FxRobot robot = new FxRobot();
    private MainWindow window;

    private OpenWindow(MainWindow window) {
        this.window = window;
    }

    /** Opens the window. On the JavaFX thread. */
    static OpenWindow on(Stage stage, Path folder) {
        return show(stage, new MainWindow(setup(folder), FileDialogs::new));
    }

    /** Opens the window with somebody who answers when it asks for a file. On the JavaFX thread. */
    static OpenWindow on(Stage stage, Path folder, FilePrompt files) {
        return show(stage, new MainWindow(setup(folder), owner -> files));
    }

    private static DesktopSetup setup(Path folder) {
        return DesktopSetup.plain(new LocalAttacher(), DesktopSettings.in(folder));
    }

    private static OpenWindow show(Stage stage, MainWindow window) {
        window.show(stage);
        return new OpenWindow(window);
    }

    /** Closes the window. On the JavaFX thread. */
    void close() {
        window.close();
    }

    /** Closes the window and opens it again, as one does the next day. */
    void reopen(Path folder) {
        window = onFx(() -> {
            Stage stage = (Stage) window.scene().getWindow();
            window.close();
            MainWindow next = new MainWindow(setup(folder), FileDialogs::new);
            next.show(stage);
            return next;
        });
    }

    /** What stands behind the screen. */
    MainWindow window() {
        return window;
    }

    /**
     * Attaches, leaves out the class that waits for commands in a loop, and waits until the others are profiled.
     */
    void attachTo(TargetProgram target) {
        doubleClickRowOf(target);
        click("#running-leave-out");
        until("a tab with hot lines", () -> isShowing("#hot-lines-view"));
        target.awaitProfiled();
    }

    /** Searches for the target in the list and tries to attach with a double click. */
    void doubleClickRowOf(TargetProgram target) {
        click("#jvm-search");
        write(Long.toString(target.pid()));
        doubleClickAgain(target);
    }

    /** Tries once more, with the row still in sight. */
    void doubleClickAgain(TargetProgram target) {
        doubleClick("#jvm-list", JvmRow.class, row -> row.pid() == target.pid());
    }

    void click(String query) {
        robot.clickOn(atRest(query, () -> find(query).filter(node -> !node.isDisabled())));
    }

    void click(Node node) {
        robot.clickOn(atRest(node.toString(), () -> Optional.of(node)));
    }

    /** Clicks the cell of a list that shows such an item. */
    <T> void click(String list, Class<T> type, Predicate<T> wanted) {
        robot.clickOn(cellAtRest(list, type, wanted));
    }

    /** Opens the context menu of a node, as the menu key does. */
    void showMenu(String query) {
        Node node = node(query);
        Bounds bounds = onFx(() -> node.localToScreen(node.getBoundsInLocal()));
        robot.interact(() -> node.fireEvent(new ContextMenuEvent(
                ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                10,
                10,
                bounds.getMinX() + 10,
                bounds.getMinY() + 10,
                true,
                null)));
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

    private <T> Node cellAtRest(String list, Class<T> type, Predicate<T> wanted) {
        until(list + " to be shown", () -> isShowing(list));
        return atRest(
                "a row in " + list, () -> cells(list, type, wanted).stream().findFirst());
    }

    /** Waits until a node is there and stays where it is, so that a click does not miss it. */
    private Node atRest(String what, Supplier<Optional<Node>> finder) {
        Node[] found = new Node[1];
        Bounds[] place = new Bounds[1];
        until(what + " to be shown, enabled and at rest", () -> {
            Node node = finder.get().filter(OpenWindow::showing).orElse(null);
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

    /** Opens the source of a class by a click on its hottest line. */
    void openHottestLineOf(String className) {
        click("#hot-lines", HotRow.class, row -> row.target().className().equals(className));
        String simple = className.substring(className.lastIndexOf('.') + 1);
        until("the source of " + simple, () -> textOf("#source-class").equals(simple) && isShowing("#source-lines"));
    }

    /** Clicks a word in a line of the source with the key held that makes a link of a call. */
    void followCall(int line, String word) {
        until(word + " in line " + line, () -> word(line, word).isPresent());
        Point2D place = onFx(() -> word(line, word).orElseThrow());
        robot.press(KeyCode.CONTROL);
        robot.clickOn(place);
        robot.release(KeyCode.CONTROL);
    }

    /** Where the middle of a word is on the screen; the text of the source is as wide in each character. */
    private Optional<Point2D> word(int line, String word) {
        return Optional.ofNullable(row(line)).flatMap(row -> row.lookupAll(".code-text").stream()
                .filter(node -> node.isVisible()
                        && node instanceof Text text
                        && text.getText().contains(word))
                .findFirst()
                .map(node -> {
                    String text = ((Text) node).getText();
                    Bounds bounds = node.localToScreen(node.getBoundsInLocal());
                    double part = (text.indexOf(word) + word.length() / 2.0) / text.length();
                    return new Point2D(bounds.getMinX() + part * bounds.getWidth(), bounds.getCenterY());
                }));
    }

    /** Draws with the mouse from one part of a node's width to another. */
    void drag(String query, double from, double to) {
        until(query + " to be shown", () -> isShowing(query));
        Bounds bounds = onFx(() -> find(query)
                .map(node -> node.localToScreen(node.getBoundsInLocal()))
                .orElseThrow());
        robot.drag(bounds.getMinX() + from * bounds.getWidth(), bounds.getCenterY())
                .dropTo(bounds.getMinX() + to * bounds.getWidth(), bounds.getCenterY());
    }

    /** Increment and occurrences beside a line of the source, as they are written there; blank before it ran. */
    record Figures(String increment, String occurrences) {}

    Figures figuresOf(int line) {
        return onFx(() -> {
            Optional<Node> beside = robot.lookup(".line-figures").queryAll().stream()
                    .filter(node -> showing(node) && node.getUserData().equals(line))
                    .findFirst();
            return new Figures(text(beside, ".increment"), text(beside, ".occurrences"));
        });
    }

    void awaitFigures(int line, String increment, String occurrences) {
        Figures wanted = new Figures(increment, occurrences);
        until(wanted + " beside line " + line, () -> figuresOf(line).equals(wanted), () -> figuresOf(line)
                .toString());
    }

    /** Waits until a line of the source is marked as the one at which the program stands. */
    void awaitStoppedAt(int line) {
        until("the source to be shown", () -> isShowing("#source-lines"));
        until("the program to stand at line " + line, () -> {
            Node row = row(line);
            return row != null && row.getPseudoClassStates().contains(PseudoClass.getPseudoClass("stopped"));
        });
    }

    private @Nullable Node row(int line) {
        return cells("#source-lines", SourceLine.class, text -> text.number() == line).stream()
                .map(cell -> cell.lookup(".source-row"))
                .findFirst()
                .orElse(null);
    }

    private static String text(Optional<Node> parent, String styleClass) {
        return parent.map(node -> node.lookup(styleClass))
                .map(node -> ((Text) node).getText())
                .orElse("");
    }

    /** The cell of a list, table or tree that shows such an item; waits for it. */
    <T> Node cell(String list, Class<T> type, Predicate<T> wanted) {
        until("a row in " + list, () -> !cells(list, type, wanted).isEmpty());
        return onFx(() -> cells(list, type, wanted).get(0));
    }

    private <T> List<Node> cells(String list, Class<T> type, Predicate<T> wanted) {
        Node parent = node(list);
        return parent.lookupAll(".indexed-cell").stream()
                .filter(node -> node instanceof IndexedCell<?> cell
                        && type.isInstance(cell.getItem())
                        && wanted.test(type.cast(cell.getItem()))
                        && showing(cell))
                .toList();
    }

    /** Chooses from a box with choices, by the text of the choice. */
    void choose(String box, String text) {
        click(box);
        pick(text);
    }

    /** Chooses from the menu that is open, by the text of the choice. */
    void pick(String text) {
        until("the choice " + text, () -> choice(text).isPresent());
        click(onFx(() -> choice(text).orElseThrow()));
    }

    private Optional<Node> choice(String text) {
        return robot.lookup(".menu-item").queryAll().stream()
                .filter(item ->
                        showing(item) && item.lookup(".label") instanceof Labeled label && text.equals(label.getText()))
                .findFirst();
    }

    /** A box that can be ticked, by its text. */
    Node box(String text) {
        return onFx(() -> boxes(text).get(0));
    }

    boolean hasBox(String text) {
        return onFx(() -> !boxes(text).isEmpty());
    }

    private List<Node> boxes(String text) {
        return robot.lookup(".check-box").queryAll().stream()
                .filter(node -> node instanceof Labeled label && text.equals(label.getText()) && showing(node))
                .toList();
    }

    /** The texts in the rows of a list that have this style class, from top to bottom. */
    List<String> texts(String list, String styleClass) {
        return onFx(() -> node(list).lookupAll(styleClass).stream()
                .filter(OpenWindow::showing)
                .map(node -> ((Labeled) node).getText())
                .toList());
    }

    /** The text of a label that is shown; empty while it is not. */
    String textOf(String query) {
        return onFx(() -> find(query)
                .map(node -> node instanceof Labeled label ? label.getText() : "")
                .orElse(""));
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

    private Optional<Node> find(String query) {
        return robot.lookup(query).queryAll().stream()
                .filter(OpenWindow::showing)
                .findFirst();
    }

    /** Tabs in the background are in the scene too. */
    private static boolean showing(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return node.getScene() != null && node.getScene().getWindow() != null;
    }

    /** The session of the tab in front. */
    SessionViewModel front() {
        return onFx(() -> {
            if (window.model().selectedProperty().get() instanceof WindowTab.OfSession tab) {
                return tab.session();
            }
            throw new AssertionError("no session in front");
        });
    }

    /** Waits for something on the screen; the condition is asked on the JavaFX thread. */
    void until(String what, BooleanSupplier condition) {
        until(what, condition, () -> "");
    }

    private void until(String what, BooleanSupplier condition, Callable<String> instead) {
        try {
            Await.until(what, BOUND, () -> onFx(condition::getAsBoolean));
        } catch (AssertionError e) {
            Path png = picture("failed");
            throw new AssertionError(e.getMessage() + " " + onFx(instead) + "; the window then: " + png, e);
        }
    }

    /** Draws the window as it is now into the folder of the tests, for people to look at. */
    Path picture(String name) {
        return picture(window.scene(), name);
    }

    /** Draws the window with this title. */
    Path picture(String title, String name) {
        return picture(onFx(() -> stage(title).orElseThrow()).getScene(), name);
    }

    /** The window with this title, if it is open. On the JavaFX thread. */
    Optional<Stage> stage(String title) {
        return robot.listWindows().stream()
                .filter(open -> open instanceof Stage stage && title.equals(stage.getTitle()))
                .map(open -> (Stage) open)
                .findFirst();
    }

    /** Goes to the window with this title, as with a click on it. */
    void focus(String title) {
        robot.interact(() -> stage(title).ifPresent(Stage::requestFocus));
        until(
                title + " to have the keys",
                () -> stage(title).filter(Stage::isFocused).isPresent());
    }

    /** Draws the dialog that a node is in. */
    Path pictureOfDialog(String query, String name) {
        return picture(node(query).getScene(), name);
    }

    private static Path picture(Scene scene, String name) {
        Path png = TestFolder.shared("journeys").resolve(name + ".png");
        try {
            ImageIO.write(SwingFXUtils.fromFXImage(image(scene), null), "png", png.toFile());
            return png;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How light the window is on the whole: 0 black, 1 white. */
    double brightness() {
        WritableImage image = image(window.scene());
        double sum = 0;
        int points = 0;
        for (int y = 0; y < image.getHeight(); y += 8) {
            for (int x = 0; x < image.getWidth(); x += 8) {
                sum += image.getPixelReader().getColor(x, y).getBrightness();
                points++;
            }
        }
        return sum / points;
    }

    private static WritableImage image(Scene scene) {
        return onFx(() -> scene.snapshot(null));
    }

    private static <T> T onFx(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(ANSWER_MILLIS, work);
    }
}

package org.heapline.tests.journeys;

import java.nio.file.Path;
import javafx.stage.Stage;
import org.heapline.client.local.LocalAttacher;
import org.heapline.tests.harness.TargetProgram;
import org.heapline.views.hotlines.HotRow;
import org.heapline.views.jvms.JvmRow;
import org.heapline.views.session.FileDialogs;
import org.heapline.views.session.FilePrompt;
import org.heapline.views.session.SessionViewModel;
import org.heapline.views.shell.DesktopSettings;
import org.heapline.views.shell.DesktopSetup;
import org.heapline.views.shell.MainWindow;
import org.heapline.views.shell.WindowTab;
import org.testfx.api.FxRobot;

/** The real main window on a screen that is not there, with a user in front of it. Settings go to a test's folder. */
final class OpenWindow {
    private final Screen screen;
    private final Hands hands;
    private final SourceOnScreen source;
    private MainWindow main;

    private OpenWindow(Stage stage, MainWindow main) {
        FxRobot robot = new FxRobot();
        this.screen = new Screen(robot, stage);
        this.hands = new Hands(robot, screen);
        this.source = new SourceOnScreen(screen);
        this.main = main;
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

    private static OpenWindow show(Stage stage, MainWindow main) {
        main.show(stage);
        return new OpenWindow(stage, main);
    }

    /** Closes the window. On the JavaFX thread. */
    void close() {
        main.close();
    }

    /** Closes the window and opens it again, as one does the next day. */
    void reopen(Path folder) {
        main = Screen.onFx(() -> {
            Stage stage = (Stage) main.scene().getWindow();
            main.close();
            MainWindow next = new MainWindow(setup(folder), FileDialogs::new);
            next.show(stage);
            return next;
        });
    }

    /** What is read off it. */
    Screen screen() {
        return screen;
    }

    /** What works on it. */
    Hands hands() {
        return hands;
    }

    /** The text of the source in it. */
    SourceOnScreen source() {
        return source;
    }

    /** What stands behind the screen. */
    MainWindow main() {
        return main;
    }

    /** The session of the tab in front. */
    SessionViewModel front() {
        return Screen.onFx(() -> {
            if (main.model().selectedProperty().get() instanceof WindowTab.OfSession tab) {
                return tab.session();
            }
            throw new AssertionError("no session in front");
        });
    }

    /** Attaches, leaves out the class that waits for commands in a loop, and waits until the others are profiled. */
    void attachTo(TargetProgram target) {
        doubleClickRowOf(target);
        hands.click("#running-leave-out");
        screen.until("a tab with hot lines", () -> screen.isShowing("#hot-lines-view"));
        target.awaitProfiled();
    }

    /** Searches for the target in the list and tries to attach with a double click. */
    void doubleClickRowOf(TargetProgram target) {
        hands.click("#jvm-search");
        hands.write(Long.toString(target.pid()));
        doubleClickAgain(target);
    }

    /** Tries once more, with the row still in sight. */
    void doubleClickAgain(TargetProgram target) {
        hands.doubleClick("#jvm-list", JvmRow.class, row -> row.pid() == target.pid());
    }

    /** Opens the source of a class by a click on its hottest line. */
    void openHottestLineOf(String className) {
        hands.click("#hot-lines", HotRow.class, row -> row.target().className().equals(className));
        String simple = className.substring(className.lastIndexOf('.') + 1);
        screen.until(
                "the source of " + simple,
                () -> screen.textOf("#source-class").equals(simple) && screen.isShowing("#source-lines"));
    }

    /** Follows a call in a line of the source to the method that is called. */
    void followCall(int line, String word) {
        hands.clickLink(source.awaitWord(line, word));
    }
}

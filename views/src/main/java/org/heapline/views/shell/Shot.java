package org.heapline.views.shell;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.scene.Scene;
import org.heapline.views.theme.Theme;

/**
 * One picture of the window: in which look, and what is done before it is taken.
 *
 * @param name of the file, without its ending
 * @param theme light or dark
 * @param scale pixels of the picture a pixel of the window: 2 as on a HiDPI screen
 * @param attached whether the session's tab is open
 * @param prepare does something with the window; on the JavaFX thread
 * @param ready whether what was done is to be seen; on the JavaFX thread
 * @param drawn what of the window is drawn, or a dialog of its; on the JavaFX thread
 */
public record Shot(
        String name,
        Theme theme,
        double scale,
        boolean attached,
        Consumer<MainWindow> prepare,
        Predicate<MainWindow> ready,
        Function<MainWindow, Scene> drawn) {
    /** The window with the session's tab. */
    public static Shot of(String name, Theme theme) {
        return new Shot(name, theme, 1, true, window -> {}, window -> true, MainWindow::scene);
    }

    /** The same window, after this was done. */
    Shot after(Consumer<MainWindow> done) {
        return new Shot(name, theme, scale, attached, done, ready, drawn);
    }

    /** The same window, taken when this holds. */
    Shot when(Predicate<MainWindow> holds) {
        return new Shot(name, theme, scale, attached, prepare, holds, drawn);
    }

    /** The same window without a session. */
    Shot alone() {
        return new Shot(name, theme, scale, false, prepare, ready, drawn);
    }

    /** The same window on a finer screen. */
    Shot at(double finer) {
        return new Shot(name, theme, finer, attached, prepare, ready, drawn);
    }

    /** This, rather than the window itself. */
    Shot of(Function<MainWindow, Scene> part) {
        return new Shot(name, theme, scale, attached, prepare, ready, part);
    }
}

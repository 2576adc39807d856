package org.heapline.app.desktop;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.heapline.app.cli.CommandFailure;
import org.heapline.app.cli.Desktop;
import org.heapline.app.cli.ExitCode;
import org.heapline.client.Attacher;
import org.heapline.client.Session;
import org.heapline.views.shell.Album;
import org.heapline.views.shell.DesktopSettings;
import org.heapline.views.shell.DesktopSetup;
import org.heapline.views.shell.HeaplineDesktop;
import org.heapline.views.shell.Shot;
import org.heapline.views.shell.WindowPicture;
import org.heapline.views.theme.Theme;

/** The real window. JavaFX is loaded when it is asked for, not before. */
public final class DesktopWindow implements Desktop {
    /** Held, so that its level is not forgotten. */
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private final Attacher attacher;
    private final Path settings;
    private final Display display;

    /**
     * Prepares the window; nothing is loaded or opened yet.
     *
     * @param settings the folder where it remembers its settings; need not exist
     */
    public DesktopWindow(Attacher attacher, Path settings) {
        this.attacher = attacher;
        this.settings = settings;
        this.display = Display.ofThisProcess();
    }

    @Override
    public boolean hasDisplay() {
        return display.isThere();
    }

    @Override
    public int open() throws CommandFailure {
        return open(List.of());
    }

    @Override
    public int openAttachedTo(long pid) throws CommandFailure {
        return open(List.of(pid));
    }

    private int open(List<Long> pids) throws CommandFailure {
        if (!display.isThere()) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    display.whyNot()
                            + ": use the terminal ('heapline demo', 'heapline list', 'heapline attach PID'; see"
                            + " 'heapline --help'), or set DISPLAY");
        }
        quiet();
        try {
            boolean tripped = HeaplineDesktop.run(
                    new DesktopSetup(attacher, DesktopSettings.in(settings), pids, Attacher.Options.defaults()));
            return tripped ? ExitCode.MAX_MEM : ExitCode.DONE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.DONE;
        } catch (UnsupportedOperationException | LinkageError e) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "the window cannot be opened (" + e.getMessage() + "): install libgtk-3-0 on Linux, or use the"
                            + " terminal; see 'heapline --help'",
                    e);
        }
    }

    /** JavaFX warns that it was not started as modules, which is meant: nothing a user can or need do. */
    private static void quiet() {
        JAVAFX.setLevel(Level.SEVERE);
    }

    @Override
    public Pictures pictures() throws IOException {
        quiet();
        WindowPicture camera = WindowPicture.open();
        return new Pictures() {
            @Override
            public void light(Session session, Path png) throws IOException {
                camera.render(session, Theme.LIGHT, png);
            }

            @Override
            public void dark(Session session, Path png) throws IOException {
                camera.render(session, Theme.DARK, png);
            }

            @Override
            public void album(Session session, Path before, Path folder) throws IOException {
                for (Shot shot : Album.shots(before)) {
                    camera.render(session, shot, folder.resolve(shot.name() + ".png"));
                }
            }

            @Override
            public void close() {
                camera.close();
            }
        };
    }
}

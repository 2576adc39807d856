package org.heapline.views.shell;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.heapline.client.Attacher;
import org.heapline.client.JvmProcess;
import org.heapline.client.Session;
import org.heapline.profile.LineStats;
import org.heapline.profile.MethodStats;
import org.heapline.profile.Snapshot;
import org.heapline.profile.store.AtomicFile;
import org.heapline.views.charts.FinePicture;
import org.heapline.views.fx.FxUpdates;
import org.heapline.views.session.SelectedLine;
import org.heapline.views.session.SessionViewModel;
import org.heapline.views.text.Messages;
import org.heapline.views.theme.Theme;

/**
 * Pictures of the real main window with a live session in it, without a display. Not to be used on the JavaFX thread.
 * One at a time.
 */
public final class WindowPicture implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long LOOK_AGAIN_MILLIS = 50;
    private static final int LAYOUT_PASSES = 3;

    private final boolean started;

    private WindowPicture(boolean started) {
        this.started = started;
    }

    /**
     * Gets JavaFX ready: the one that runs already, else a headless one, which {@link #close()} ends. A JVM can start
     * JavaFX once only, so all pictures of a program are to be made between one opening and its close.
     *
     * @throws IOException if JavaFX cannot start here
     */
    public static WindowPicture open() throws IOException {
        try {
            FxUpdates.javaFx().later(() -> {});
            return new WindowPicture(false);
        } catch (IllegalStateException notRunning) {
            startHeadless();
            return new WindowPicture(true);
        }
    }

    private static void startHeadless() throws IOException {
        System.setProperty("glass.platform", "Monocle");
        System.setProperty("monocle.platform", "Headless");
        System.setProperty("prism.order", "sw");
        System.setProperty("java.awt.headless", "true");
        CountDownLatch up = new CountDownLatch(1);
        try {
            Platform.startup(up::countDown);
            if (!up.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException(
                        "JavaFX did not start within " + PATIENCE.toSeconds() + " s: no picture was made");
            }
            Platform.setImplicitExit(false);
        } catch (UnsupportedOperationException e) {
            throw new IOException("JavaFX cannot start here: " + e.getMessage() + "; no picture was made", e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /**
     * Draws the window with the session's tab in front and its hottest line chosen.
     *
     * @param session goes on afterwards
     * @param png is written whole or not at all
     * @throws IOException with one line that says why there is no picture
     */
    public void render(Session session, Theme theme, Path png) throws IOException {
        render(session, Shot.of("window", theme), png);
    }

    /**
     * Draws the window as a shot says.
     *
     * @param session goes on afterwards
     * @param png is written whole or not at all
     * @throws IOException with one line that says why there is no picture
     */
    public void render(Session session, Shot shot, Path png) throws IOException {
        Path nowhere = Files.createTempDirectory("heapline-picture");
        try {
            MainWindow window = onFx(() -> build(session, shot.theme(), nowhere));
            try {
                // The list of JVMs first: its rows follow the sessions that are shown from then on.
                waitUntilSettled(window);
                if (shot.attached()) {
                    onFx(() -> show(window, session));
                    waitUntilSettled(window);
                    // What is done with the window needs it laid out.
                    onFx(() -> draw(window.scene(), 1));
                }
                onFx(() -> {
                    shot.prepare().accept(window);
                    return Boolean.TRUE;
                });
                waitUntil(() -> window.settled() && shot.ready().test(window));
                BufferedImage image = onFx(() -> draw(shot.drawn().apply(window), shot.scale()));
                AtomicFile.writeBytes(png, out -> ImageIO.write(image, "png", out));
            } finally {
                onFx(() -> {
                    window.release();
                    return Boolean.TRUE;
                });
            }
        } finally {
            Messages.speak(Locale.ENGLISH);
            Files.deleteIfExists(nowhere);
        }
    }

    private static MainWindow build(Session session, Theme theme, Path folder) {
        DesktopSettings settings = DesktopSettings.in(folder);
        settings.theme(theme);
        settings.language(Locale.ENGLISH);
        MainWindow window = new MainWindow(DesktopSetup.plain(new OnlyThis(session), settings));
        window.start();
        return window;
    }

    private static Boolean show(MainWindow window, Session session) {
        window.model().show(session);
        if (window.model().selectedProperty().get() instanceof WindowTab.OfSession front) {
            chooseHottest(front.session());
        }
        return Boolean.TRUE;
    }

    private static void chooseHottest(SessionViewModel model) {
        if (model.selectedLineProperty().get() != null) {
            return;
        }
        Snapshot snapshot = model.snapshot();
        snapshot.methods().stream()
                .flatMap(method -> method.lines().stream().map(line -> new Hot(method, line)))
                .max(Comparator.comparingLong(hot -> hot.line.selfBytes()))
                .ifPresent(hot -> model.selectedLineProperty().set(SelectedLine.of(hot.method, hot.line.line())));
    }

    private record Hot(MethodStats method, LineStats line) {}

    private static void waitUntilSettled(MainWindow window) throws IOException {
        waitUntil(window::settled);
    }

    private static void waitUntil(Callable<Boolean> condition) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (!onFx(condition) && System.nanoTime() < deadline) {
                TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** The first passes lay out what only knows its size then: virtual lists, the chart. */
    private static BufferedImage draw(Scene scene, double scale) {
        WritableImage image = null;
        for (int pass = 0; pass < LAYOUT_PASSES; pass++) {
            image = scene.snapshot(image);
        }
        if (scale != 1) {
            image = FinePicture.of(scene.getRoot(), scale);
        }
        return SwingFXUtils.fromFXImage(image, null);
    }

    private static <T> T onFx(Callable<T> work) throws IOException {
        FutureTask<T> task = new FutureTask<>(work);
        FxUpdates.javaFx().later(task);
        try {
            return task.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IOException("The window cannot be drawn: " + e.getCause(), e.getCause());
        } catch (TimeoutException e) {
            throw new IOException("The window was not drawn within " + PATIENCE.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static IOException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IOException("Interrupted: no picture was made", e);
    }

    /** Ends JavaFX if it was started for the pictures. */
    @Override
    public void close() {
        if (started) {
            Platform.exit();
        }
    }

    /** A machine on which nothing runs but the target. */
    private record OnlyThis(Session session) implements Attacher {
        @Override
        public List<JvmProcess> list() {
            // What the JVM publishes was read when it was attached to; the session knows better.
            return List.of(session.process().withHeapUsed(-1));
        }

        @Override
        public Session attach(long pid, Options options) {
            return session;
        }
    }
}

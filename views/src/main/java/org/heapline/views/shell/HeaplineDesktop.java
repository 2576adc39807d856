package org.heapline.views.shell;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javafx.application.Platform;
import javafx.stage.Stage;

/** Runs the desktop program. */
public final class HeaplineDesktop {
    private static final Duration DETACH = Duration.ofSeconds(5);

    private HeaplineDesktop() {}

    /**
     * Opens the main window and returns when it was closed and its sessions are detached. Needs a display (or Monocle), and a JVM in which JavaFX was
     * not started yet.
     *
     * @return whether it was a limit that ended it
     * @throws IllegalStateException if JavaFX runs already, or the window cannot be opened
     * @throws UnsupportedOperationException if there is no display
     * @throws InterruptedException if the waiting thread is interrupted; the window is closed then
     */
    public static boolean run(DesktopSetup setup) throws InterruptedException {
        CompletableFuture<MainWindow> closed = new CompletableFuture<>();
        Platform.startup(() -> open(setup, closed));
        try {
            // A program that ends before its sessions are detached would leave the agents to their lease.
            MainWindow window = closed.get();
            window.awaitDetached(DETACH);
            return window.model().trippedProperty().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The window cannot be opened: " + e.getCause(), e.getCause());
        } finally {
            Platform.exit();
        }
    }

    private static void open(DesktopSetup setup, CompletableFuture<MainWindow> closed) {
        try {
            MainWindow window = new MainWindow(setup);
            Stage stage = new Stage();
            stage.setOnHidden(event -> {
                window.close();
                closed.complete(window);
            });
            window.model().trippedProperty().addListener(changed -> stage.close());
            window.show(stage);
        } catch (RuntimeException e) {
            closed.completeExceptionally(e);
        }
    }
}

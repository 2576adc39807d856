package org.heapline.views.shell;

import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.stage.Stage;

/** Runs the desktop program. */
public final class HeaplineDesktop {
    private HeaplineDesktop() {}

    /**
     * Opens the main window and returns when it was closed. Needs a display (or Monocle), and a JVM in which JavaFX was
     * not started yet.
     *
     * @throws IllegalStateException if JavaFX runs already
     * @throws UnsupportedOperationException if there is no display
     * @throws InterruptedException if the waiting thread is interrupted; the window is closed then
     */
    public static void run(DesktopSetup setup) throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        Platform.startup(() -> open(setup, closed));
        try {
            closed.await();
        } finally {
            Platform.exit();
        }
    }

    private static void open(DesktopSetup setup, CountDownLatch closed) {
        MainWindow window = new MainWindow(setup);
        Stage stage = new Stage();
        window.show(stage);
        stage.setOnHidden(event -> {
            window.close();
            closed.countDown();
        });
    }
}

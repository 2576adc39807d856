package org.heapline.views.fx;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;

/**
 * Brings work to the JavaFX thread. The only class that knows how; view models get one and stay testable without a
 * toolkit.
 */
public final class FxUpdates {
    private final Executor fx;

    private FxUpdates(Executor fx) {
        this.fx = fx;
    }

    /** Updates of a running JavaFX toolkit. */
    public static FxUpdates javaFx() {
        return new FxUpdates(Platform::runLater);
    }

    /** Updates by another executor, such as {@code Runnable::run} where there is no toolkit. */
    public static FxUpdates by(Executor executor) {
        return new FxUpdates(executor);
    }

    /** Runs the action on the JavaFX thread, soon, in the order of the calls. */
    public void later(Runnable action) {
        fx.execute(action);
    }

    /**
     * A trigger for an update that reads the newest state by itself. However often it is pulled, at most one update
     * waits for the JavaFX thread, so a busy screen falls behind in frames, never in time.
     *
     * @return may be run from any thread and returns at once
     */
    public Runnable coalesced(Runnable update) {
        AtomicBoolean waiting = new AtomicBoolean();
        return () -> {
            if (waiting.compareAndSet(false, true)) {
                fx.execute(() -> {
                    waiting.set(false);
                    update.run();
                });
            }
        };
    }
}

package org.heapline.views.shell;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.heapline.views.fx.FxUpdates;

/** What takes a while and so is done off the JavaFX thread. */
final class Errands {
    private static final System.Logger LOG = System.getLogger(Errands.class.getName());

    private final FxUpdates fx;
    private final Executor workers;
    private final Consumer<String> failed;

    /** @param failed is told on the JavaFX thread what went wrong */
    Errands(FxUpdates fx, Executor workers, Consumer<String> failed) {
        this.fx = fx;
        this.workers = workers;
        this.failed = failed;
    }

    /**
     * Does something.
     *
     * @param then gets what came of it, on the JavaFX thread
     */
    <T> void run(Callable<T> work, Consumer<T> then) {
        workers.execute(() -> {
            try {
                T value = work.call();
                fx.later(() -> then.accept(value));
            } catch (Exception e) {
                LOG.log(System.Logger.Level.DEBUG, "A command of the window failed", e);
                fx.later(() -> failed.accept(String.valueOf(e.getMessage())));
            }
        });
    }
}

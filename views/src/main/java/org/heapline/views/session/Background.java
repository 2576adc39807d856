package org.heapline.views.session;

import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.heapline.client.AttachException;
import org.heapline.client.SessionException;
import org.heapline.views.fx.FxUpdates;
import org.jspecify.annotations.Nullable;

/** Runs what blocks off the JavaFX thread and brings the outcome back to it. To be called on the JavaFX thread. */
public final class Background {
    private static final System.Logger LOG = System.getLogger(Background.class.getName());

    private final Executor executor;
    private final FxUpdates fx;
    private final ObjectProperty<@Nullable Notice> notice;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final Doings doings = new Doings();
    private int running;

    /** @param executor must have several threads, for what hangs keeps one */
    public Background(Executor executor, FxUpdates fx) {
        this(executor, fx, new SimpleObjectProperty<>());
    }

    /**
     * As {@link #Background(Executor, FxUpdates)}.
     *
     * @param notice is set to what went wrong
     */
    public Background(Executor executor, FxUpdates fx, ObjectProperty<@Nullable Notice> notice) {
        this.executor = executor;
        this.fx = fx;
        this.notice = notice;
    }

    /** Work that may fail; it does not run on the JavaFX thread. */
    @FunctionalInterface
    public interface Work {
        void run() throws Exception;
    }

    /** Something to fetch, which may fail; it does not run on the JavaFX thread. */
    @FunctionalInterface
    public interface Fetch<T> {
        T get() throws Exception;
    }

    /** Runs the work; {@code then} runs on the JavaFX thread if it succeeded, else its reason becomes the notice. */
    public void run(Work work, Runnable then) {
        run(Errand.UNTOLD, work, then);
    }

    /** Runs work that may take a while; that is told as long as it does, and can be given up if the errand can. */
    public void run(Errand errand, Work work, Runnable then) {
        fetch(
                errand,
                () -> {
                    work.run();
                    return Boolean.TRUE;
                },
                done -> then.run());
    }

    /** Fetches something; {@code then} gets it on the JavaFX thread, or the reason of the failure becomes the notice. */
    public <T> void fetch(Fetch<T> fetch, Consumer<T> then) {
        fetch(Errand.UNTOLD, fetch, then);
    }

    /** Fetches something that may take a while; that is told as long as it does. */
    public <T> void fetch(Errand errand, Fetch<T> fetch, Consumer<T> then) {
        fetch(errand, fetch, then, () -> {});
    }

    /**
     * Fetches something that may take a while.
     *
     * @param givenUp is told on the JavaFX thread if it was given up
     */
    public <T> void fetch(Errand errand, Fetch<T> fetch, Consumer<T> then, Runnable givenUp) {
        running++;
        busy.set(true);
        executor.execute(new Attempt<>(errand, fetch, this, then, givenUp));
    }

    /** An attempt is over. */
    void ended() {
        running--;
        busy.set(running > 0);
    }

    FxUpdates fx() {
        return fx;
    }

    static String reason(Exception failure) {
        String message = failure.getMessage();
        boolean meantForUsers = failure instanceof SessionException
                || failure instanceof AttachException
                || failure instanceof IOException
                || failure instanceof IllegalArgumentException;
        LOG.log(
                meantForUsers ? System.Logger.Level.DEBUG : System.Logger.Level.WARNING,
                "What was done in the background failed",
                failure);
        return message == null ? failure.getClass().getSimpleName() : message;
    }

    /** What is going on for longer than a moment. */
    public Doings doings() {
        return doings;
    }

    /** What went wrong last or was done, or null. */
    public ObjectProperty<@Nullable Notice> noticeProperty() {
        return notice;
    }

    /** Whether anything is not done yet. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }
}

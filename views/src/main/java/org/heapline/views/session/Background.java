package org.heapline.views.session;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
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
    private final ReadOnlyBooleanWrapper busy;
    private final List<String> told = new ArrayList<>();
    private final ReadOnlyStringWrapper doing = new ReadOnlyStringWrapper("");
    private int running;

    Background(Executor executor, FxUpdates fx, ObjectProperty<@Nullable Notice> notice, ReadOnlyBooleanWrapper busy) {
        this.executor = executor;
        this.fx = fx;
        this.notice = notice;
        this.busy = busy;
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
        fetch(
                () -> {
                    work.run();
                    return Boolean.TRUE;
                },
                done -> then.run());
    }

    /**
     * Runs work that may take a while and is told as long as it does.
     *
     * @param what is done, for the status bar; empty if it is not to be told
     */
    public void run(String what, Work work, Runnable then) {
        fetch(
                what,
                () -> {
                    work.run();
                    return Boolean.TRUE;
                },
                done -> then.run());
    }

    /**
     * Fetches something that may take a while; that is told as long as it does.
     *
     * @param what is done, for the status bar; empty if it is not to be told
     */
    public <T> void fetch(String what, Fetch<T> fetch, Consumer<T> then) {
        told.add(what);
        tell();
        start(
                fetch,
                () -> {
                    told.remove(what);
                    tell();
                },
                then);
    }

    private void tell() {
        doing.set(told.stream().filter(what -> !what.isEmpty()).findFirst().orElse(""));
    }

    /** Fetches something; {@code then} gets it on the JavaFX thread, or the reason of the failure becomes the notice. */
    public <T> void fetch(Fetch<T> fetch, Consumer<T> then) {
        start(fetch, () -> {}, then);
    }

    private <T> void start(Fetch<T> fetch, Runnable ended, Consumer<T> then) {
        begin();
        executor.execute(() -> {
            try {
                T value = fetch.get();
                fx.later(() -> {
                    end();
                    ended.run();
                    then.accept(value);
                });
            } catch (Exception failure) {
                String reason = reason(failure);
                fx.later(() -> {
                    end();
                    ended.run();
                    notice.set(Notice.failed(reason));
                });
            }
        });
    }

    private static String reason(Exception failure) {
        String message = failure.getMessage();
        boolean meantForUsers = failure instanceof SessionException || failure instanceof AttachException;
        if (!meantForUsers) {
            LOG.log(System.Logger.Level.WARNING, "A command failed", failure);
        }
        return message == null ? failure.getClass().getSimpleName() : message;
    }

    /** What takes a while, in words; empty while nothing does. */
    ReadOnlyStringProperty doingProperty() {
        return doing.getReadOnlyProperty();
    }

    private void begin() {
        running++;
        busy.set(true);
    }

    private void end() {
        running--;
        busy.set(running > 0);
    }
}

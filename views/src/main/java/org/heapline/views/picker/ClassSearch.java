package org.heapline.views.picker;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.heapline.client.Session;
import org.heapline.client.SessionException;
import org.heapline.views.session.SessionViewModel;
import org.heapline.views.text.Messages;

/** Asks the target for the names of its loaded classes, in the background. To be used on the JavaFX thread. */
final class ClassSearch {
    /** How many names are asked for at most. */
    static final int LIMIT = 500;

    private static final Duration PAUSE = Duration.ofMillis(150);

    private final SessionViewModel session;
    private final Executor later;

    ClassSearch(SessionViewModel session) {
        this(session, CompletableFuture.delayedExecutor(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** @param later runs what waits for the user to stop typing */
    ClassSearch(SessionViewModel session, Executor later) {
        this.session = session;
        this.later = later;
    }

    /** What the target found, or why it did not answer. */
    record Answer(List<String> names, String why) {}

    /** Whether there is a target to ask: there is none behind a saved snapshot. */
    boolean isPossible() {
        return session.session() != null;
    }

    /** Looks for the classes whose names contain the text; without a target there is no answer. */
    void find(String text, Consumer<Answer> then) {
        Session target = session.session();
        if (target != null) {
            session.background().fetch(() -> ask(target, text), then);
        }
    }

    private static Answer ask(Session target, String text) {
        try {
            return new Answer(List.copyOf(target.findClasses(text, LIMIT)), "");
        } catch (SessionException silent) {
            String why = silent.getMessage();
            return new Answer(List.of(), why == null ? Messages.text("picker.noAnswer") : why);
        }
    }

    /** Runs this when the user may have stopped typing, on the JavaFX thread. */
    void afterPause(Runnable then) {
        later.execute(() -> session.fx().later(then));
    }
}

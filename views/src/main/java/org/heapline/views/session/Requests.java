package org.heapline.views.session;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.heapline.client.PausedThread;
import org.heapline.client.Session;
import org.heapline.client.SessionException;
import org.heapline.profile.Snapshot;
import org.heapline.views.running.RunningQuestion;
import org.heapline.views.text.Messages;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the target, in the background: what goes wrong there becomes the session's notice, and what came of it
 * is read at once. Where a saved snapshot is shown nothing is asked. To be used on the JavaFX thread, unless a method says
 * otherwise.
 */
public final class Requests {
    private final SessionViewModel session;
    private final Runnable answered;
    private final ReadOnlyObjectWrapper<@Nullable RunningQuestion> question = new ReadOnlyObjectWrapper<>();
    private volatile UnaryOperator<Snapshot> sources = UnaryOperator.identity();

    /** @param answered reads the session; on any thread */
    Requests(SessionViewModel session, Runnable answered) {
        this.session = session;
        this.answered = answered;
    }

    /** Something to ask a session; blocks. */
    @FunctionalInterface
    interface Question {
        void put(Session session) throws Exception;
    }

    /** Asks the session something. On any thread. */
    void ask(Question asked) {
        ask(Errand.UNTOLD, asked);
    }

    private void ask(Errand errand, Question asked) {
        Session current = session.session();
        if (current != null) {
            session.background()
                    .run(
                            errand,
                            () -> {
                                asked.put(current);
                                answered.run();
                            },
                            () -> {});
        }
    }

    /**
     * Asks for these patterns instead of the present ones, unless there is a {@linkplain #questionProperty() question}
     * to be answered first.
     *
     * @param patterns empty for the application's own classes
     */
    public void want(List<String> patterns) {
        ask(s -> {
            RunningQuestion asked = NextPatterns.of(s, patterns, session.title(), this::ask);
            if (asked != null) {
                session.fx().later(() -> question.set(asked));
            }
        });
    }

    /** The last question about running methods, or null. */
    public ReadOnlyObjectProperty<@Nullable RunningQuestion> questionProperty() {
        return question.getReadOnlyProperty();
    }

    /** Hands the stopped thread over to another debugger and passes on what to type there. */
    public void handOver(Consumer<String> then) {
        PausedThread thread = session.pausedProperty().get();
        if (thread != null) {
            session.background().fetch(thread::handOver, then);
        }
    }

    /** Runs a garbage collection in the target. */
    public void collect() {
        ask(Errand.ofTheJvm(Messages.text("work.collect")), Session::collect);
    }

    /** Sets the counters back to zero. */
    public void reset() {
        session.window().clear();
        ask(Session::reset);
    }

    /** Detaches; what was measured stays on the screen. */
    public void detach() {
        ask(Session::close);
    }

    /** Says how sources get into a snapshot; may be slow, runs in the background. */
    public void sourcesBy(UnaryOperator<Snapshot> finder) {
        sources = finder;
    }

    /**
     * What was measured up to this moment, with its sources. Blocks; not on the JavaFX thread.
     *
     * @throws SessionException if the target does not answer
     */
    public Snapshot newest() throws SessionException {
        Session current = session.session();
        if (current == null) {
            return sources.apply(session.snapshot());
        }
        return sources.apply(
                current.state() == Session.State.ATTACHED
                        ? current.newest()
                        : current.lineHistory().into(current::snapshot));
    }
}

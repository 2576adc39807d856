package org.heapline.views.session;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.heapline.client.Session;
import org.heapline.client.SessionException;
import org.heapline.protocol.MethodPattern;
import org.heapline.protocol.RunningFrame;
import org.heapline.views.running.RunningQuestion;
import org.jspecify.annotations.Nullable;

/** Other patterns for a session: taken up at once, or after a question about methods that are running. */
final class NextPatterns {
    private NextPatterns() {}

    /**
     * Blocks; not on the JavaFX thread.
     *
     * @param title the name of the program
     * @param later takes what follows from the answer, to be put to the session off the JavaFX thread
     * @return the question, or null when the patterns are taken up
     */
    static @Nullable RunningQuestion of(
            Session session, List<String> patterns, String title, Consumer<Requests.Question> later)
            throws SessionException {
        Set<String> leftOut = stillLeftOut(session, patterns);
        List<RunningFrame> running = session.runningFrames(patterns, session.backend()).stream()
                .filter(frame -> !leftOut.contains(frame.getClassName()))
                .toList();
        if (running.isEmpty()) {
            session.want(patterns, leftOut, session.backend(), false);
            return null;
        }
        Set<String> more = new HashSet<>(leftOut);
        running.forEach(frame -> more.add(frame.getClassName()));
        return new RunningQuestion(
                title,
                running,
                () -> later.accept(s -> s.want(patterns, leftOut, s.backend(), false)),
                () -> later.accept(s -> s.want(patterns, more, s.backend(), false)));
    }

    /** What was left out stays so, unless a new pattern means it. */
    private static Set<String> stillLeftOut(Session session, List<String> patterns) {
        Set<String> classes = new HashSet<>(session.leftOut());
        patterns.stream()
                .filter(pattern -> !session.wanted().contains(pattern))
                .map(MethodPattern::parse)
                .forEach(pattern -> classes.removeIf(pattern::matchesClass));
        return classes;
    }
}

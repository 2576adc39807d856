package org.heapline.views.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.heapline.client.SessionException;
import org.heapline.profile.Backend;
import org.heapline.protocol.RunningFrame;
import org.heapline.views.fake.FakeSession;
import org.heapline.views.running.RunningQuestion;
import org.junit.jupiter.api.Test;

class NextPatternsTest {
    private static final List<String> ALL = List.of("com.acme.**");
    private static final RunningFrame MAIN = new RunningFrame("com.acme.Main", "main", 12, "main");

    private final FakeSession session = new FakeSession();
    private final List<Requests.Question> put = new ArrayList<>();

    private RunningQuestion next(List<String> patterns) throws SessionException {
        return NextPatterns.of(session, patterns, "orders", put::add);
    }

    @Test
    void areTakenUpAtOnceWhereNothingRuns() throws Exception {
        assertNull(next(ALL));
        assertEquals(List.of(ALL), session.wants);
    }

    @Test
    void waitForTheAnswerWhereSomethingRuns() throws Exception {
        session.running = List.of(MAIN);
        RunningQuestion question = next(ALL);
        assertNotNull(question);
        assertEquals(List.of(MAIN), question.frames());
        assertEquals(List.of(), session.wants, "nothing happens before the answer");

        question.profileAnyway().run();
        put.remove(0).put(session);
        assertEquals(List.of(ALL), session.wants);
        assertEquals(Set.of(), session.leftOut());

        question.leaveOut().run();
        put.remove(0).put(session);
        assertEquals(Set.of("com.acme.Main"), session.leftOut());
    }

    @Test
    void doNotAskAgainAboutWhatWasLeftOutUnlessItIsMeantNow() throws Exception {
        session.want(ALL, Set.of("com.acme.Main"), Backend.ALLOCATED, false);
        session.running = List.of(MAIN);
        assertNull(next(List.of("com.acme.**", "com.other.Cart")));
        assertEquals(Set.of("com.acme.Main"), session.leftOut());
        assertNotNull(next(List.of("com.acme.**", "com.acme.Main#step")));
    }
}

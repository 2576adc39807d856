package org.heapline.views.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.heapline.client.Session;
import org.heapline.client.SessionException;
import org.heapline.profile.Snapshot;
import org.heapline.views.fake.FakeSession;
import org.heapline.views.fake.Orders;
import org.heapline.views.fx.FxUpdates;
import org.heapline.views.fx.Ties;
import org.junit.jupiter.api.Test;

class SessionViewModelTest {
    private final FakeSession session = new FakeSession();
    private final Deque<Runnable> frames = new ArrayDeque<>();
    private final Deque<Runnable> work = new ArrayDeque<>();
    private final SessionViewModel model = SessionViewModel.live(session, FxUpdates.by(frames::add), work::add);

    @Test
    void manyPollsBetweenTwoFramesCostOneUpdate() {
        for (int i = 1; i <= 100; i++) {
            session.measure(i, Orders.methods(i));
        }
        assertEquals(1, frames.size());
        frames.remove().run();
        assertEquals(Duration.ofMillis(100), model.snapshot().duration());
    }

    @Test
    void aHeldScreenStandsStillAndThenShowsTheNewest() {
        Snapshot before = model.snapshot();
        model.heldProperty().set(true);
        session.measure(500, Orders.methods(1));
        runAll(frames);
        assertSame(before, model.snapshot());
        model.heldProperty().set(false);
        assertEquals(Duration.ofMillis(500), model.snapshot().duration());
    }

    @Test
    void aRequestRunsInTheBackgroundAndItsFailureBecomesTheNotice() {
        session.failure = new SessionException("orders-service does not answer: try again");
        model.requests().collect();
        assertTrue(model.busyProperty().get());
        StatusViewModel status = new StatusViewModel(model, new Ties());
        WorkViewModel.Shown shown = status.work().shownProperty().get();
        assertEquals("Collecting garbage", shown.text());
        assertEquals(-1, shown.part());
        assertFalse(shown.canCancel());
        assertEquals("The JVM does this on its own and cannot be stopped in it", shown.whyNot());
        runAll(work);
        runAll(frames);
        assertFalse(model.busyProperty().get());
        assertNull(status.work().shownProperty().get(), "nothing is going on any more");
        assertEquals(
                Notice.failed("orders-service does not answer: try again"),
                model.noticeProperty().get());
    }

    @Test
    void aTargetThatEndsIsSaidAndKeepsWhatWasMeasured() {
        session.measure(500, Orders.methods(1));
        session.state = Session.State.LOST;
        session.poll();
        runAll(frames);
        assertFalse(model.isLive());
        assertEquals(Notice.Kind.FAILED, model.noticeProperty().get().kind());
        assertFalse(model.snapshot().methods().isEmpty());
    }

    @Test
    void closingDetachesInTheBackgroundAndStopsFollowing() {
        model.close();
        assertEquals(Session.State.ATTACHED, session.state);
        runAll(work);
        runAll(frames);
        assertEquals(Session.State.DETACHED, session.state);
        session.measure(900, List.of());
        assertTrue(frames.isEmpty());
    }

    @Test
    void aSavedSnapshotAsksNobody() {
        SessionViewModel saved =
                SessionViewModel.saved("before", session.snapshot(), FxUpdates.by(frames::add), work::add);
        saved.requests().collect();
        saved.requests().want(List.of("com.acme.**"));
        saved.triggers().resume();
        saved.close();
        assertTrue(work.isEmpty());
        assertFalse(saved.isLive());
    }

    private static void runAll(Deque<Runnable> queue) {
        while (!queue.isEmpty()) {
            queue.remove().run();
        }
    }
}

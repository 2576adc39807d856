package org.heapline.views.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.time.Duration;
import org.heapline.profile.TimeRange;
import org.heapline.views.fake.FakeSession;
import org.heapline.views.fake.Orders;
import org.heapline.views.fx.FxUpdates;
import org.junit.jupiter.api.Test;

class TimeWindowTest {
    private final FakeSession target = new FakeSession();
    private final SessionViewModel session = SessionViewModel.live(target, FxUpdates.by(Runnable::run), Runnable::run);

    @Test
    void aRangeShowsWhatTheLinesTookInIt() {
        measure(1_000, 1);
        measure(2_000, 3);
        measure(3_000, 7);
        session.window().select(new TimeRange(1_100, 1_900));
        assertEquals(
                new TimeRange(1_000, 2_000), session.window().rangeProperty().get());
        long whole = session.snapshot().methods().get(2).selfBytes();
        long part = session.shownProperty().get().methods().get(2).selfBytes();
        assertEquals(whole * 2 / 7.0, part, 2);
        assertEquals(Duration.ofSeconds(1), session.shownProperty().get().duration());
    }

    @Test
    void aRangeStandsStillWhileTheSessionGoesOn() {
        measure(1_000, 1);
        measure(2_000, 3);
        session.window().select(new TimeRange(0, 2_000));
        var shown = session.shownProperty().get();
        measure(3_000, 7);
        assertSame(shown, session.shownProperty().get());
        session.window().clear();
        assertSame(session.snapshot(), session.shownProperty().get());
        assertNull(session.window().rangeProperty().get());
    }

    @Test
    void aSavedSnapshotSaysThatItCannotBeFiltered() {
        SessionViewModel saved = SessionViewModel.saved(
                "before",
                FakeSession.snapshot(Duration.ZERO, Orders.methods(1)),
                FxUpdates.by(Runnable::run),
                r -> r.run());
        saved.window().select(new TimeRange(0, 10));
        assertNotNull(saved.noticeProperty().get());
    }

    @Test
    void aRangeFiltersASavedSnapshotToo() {
        measure(1_000, 1);
        measure(2_000, 3);
        measure(3_000, 7);
        SessionViewModel saved = SessionViewModel.saved(
                "before",
                target.history.into(() -> FakeSession.snapshot(Duration.ofMillis(3_000), Orders.methods(7))),
                FxUpdates.by(Runnable::run),
                r -> r.run());
        saved.window().select(new TimeRange(1_100, 1_900));
        assertEquals(new TimeRange(1_000, 2_000), saved.window().rangeProperty().get());
        long whole = saved.snapshot().methods().get(2).selfBytes();
        assertEquals(
                whole * 2 / 7.0, saved.shownProperty().get().methods().get(2).selfBytes(), 2);
        saved.window().clear();
        assertSame(saved.snapshot(), saved.shownProperty().get());
    }

    private void measure(long millis, double factor) {
        target.history.record(millis, Orders.methods(factor));
        target.measure(millis, Orders.methods(factor));
    }
}

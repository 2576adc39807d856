package org.heapline.views.paused;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.heapline.profile.Trip.Local;
import org.heapline.views.fake.FakePausedThread;
import org.heapline.views.fake.FakeSession;
import org.heapline.views.fake.Orders;
import org.heapline.views.fx.FxUpdates;
import org.heapline.views.session.SessionViewModel;
import org.junit.jupiter.api.Test;

class PausedViewModelTest {
    private final FakeSession session = new FakeSession();
    private final SessionViewModel shared = SessionViewModel.live(session, FxUpdates.by(Runnable::run), Runnable::run);
    private final PausedViewModel model = new PausedViewModel(shared);

    private FakePausedThread stop(boolean inDebugger) {
        FakePausedThread thread = new FakePausedThread(Orders.trip(), inDebugger);
        session.measure(1_000, Orders.methods(1));
        session.pausedThread = thread;
        session.poll();
        return thread;
    }

    private List<String> rows() {
        return model.frames().stream()
                .map(row -> row.frame() == null
                        ? row.count() + " of libraries"
                        : row.frame().method())
                .toList();
    }

    @Test
    void saysWhereAndWhyItStopped() {
        stop(true);
        assertEquals(
                "after line 32: live heap 513.2 MiB exceeded 512 MiB",
                model.whyProperty().get());
        assertNotNull(shared.selectedLineProperty().get());
        assertEquals(32, shared.selectedLineProperty().get().line());
    }

    @Test
    void librariesAreOneRowUntilTheyAreChosen() {
        stop(true);
        assertEquals(List.of("remember", "place", "post", "4 of libraries"), rows());
        model.choose(model.frames().get(3));
        assertEquals(List.of("remember", "place", "post", "handle", "service", "runWorker", "run"), rows());
    }

    @Test
    void localsAreThoseOfTheChosenFrame() {
        FakePausedThread thread = stop(true);
        assertEquals(4, model.locals().size());
        thread.locals.clear();
        thread.locals.add(new Local("orders", "List", "[]"));
        model.choose(model.frames().get(1));
        assertEquals(List.of(new Local("orders", "List", "[]")), model.locals());
        assertEquals(203, shared.selectedLineProperty().get().line());
    }

    @Test
    void aStepMovesTheLineAndReadsTheLocalsAgain() {
        FakePausedThread thread = stop(true);
        thread.locals.remove(3);
        model.step();
        assertEquals(33, model.whereProperty().get().line());
        assertTrue(model.whyProperty().get().startsWith("before line 33"));
        assertEquals(3, model.locals().size());
        assertTrue(model.canStepProperty().get());
    }

    @Test
    void aParkedThreadCannotStepAndSaysSoForOtherFrames() {
        stop(false);
        assertFalse(model.canStepProperty().get());
        assertFalse(model.inDebugger());
        model.choose(model.frames().get(1));
        assertEquals(List.of(), model.locals());
        assertTrue(model.localsTextProperty().get().contains("parked"));
    }

    @Test
    void handingOverSaysWhatToTypeAndEndsStepping() {
        stop(true);
        model.handOver();
        assertEquals("jdb -attach localhost:5005", model.handedOverToProperty().get());
        assertFalse(model.canStepProperty().get());
    }

    @Test
    void resumingLetsTheThreadGoAndEmptiesThePane() {
        FakePausedThread thread = stop(true);
        model.resume();
        assertTrue(thread.resumed);
        session.pausedThread = null;
        session.poll();
        assertNull(model.threadProperty().get());
        assertNull(model.whereProperty().get());
        assertEquals(List.of(), model.frames());
    }
}

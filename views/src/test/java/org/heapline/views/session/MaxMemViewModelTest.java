package org.heapline.views.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.heapline.client.MaxMem;
import org.heapline.client.SessionException;
import org.heapline.views.fake.FakeSession;
import org.heapline.views.fx.FxUpdates;
import org.heapline.views.fx.Ties;
import org.junit.jupiter.api.Test;

class MaxMemViewModelTest {
    private final FakeSession session = new FakeSession();
    private final SessionViewModel model = SessionViewModel.live(session, FxUpdates.by(Runnable::run), Runnable::run);
    private final MaxMemViewModel limits = new MaxMemViewModel(model, new Ties());

    @Test
    void theSwitchArmsWhatIsWritten() {
        limits.limitProperty().set("1.5g");
        limits.memoryProperty().set(MaxMem.Memory.RSS);
        limits.onProperty().set(true);
        assertEquals(new MaxMem.Limit(1536L << 20, MaxMem.Memory.RSS, MaxMem.Action.AUTO), session.limit);
        limits.onProperty().set(false);
        assertNull(session.limit);
    }

    @Test
    void aLimitThatCannotBeReadIsNotArmedAndSaysWhy() {
        limits.limitProperty().set("much");
        assertTrue(limits.problemProperty().get().contains("much"));
        limits.onProperty().set(true);
        assertFalse(limits.onProperty().get());
        assertNull(session.limit);
        assertEquals(
                Notice.failed(limits.problemProperty().get()),
                model.noticeProperty().get());
    }

    @Test
    void aTripTurnsTheSwitchOff() {
        limits.onProperty().set(true);
        assertNotNull(session.limit);
        session.limit = null;
        session.poll();
        assertFalse(limits.onProperty().get());
    }

    @Test
    void anotherMemoryIsArmedAtOnceWhileArmed() {
        limits.onProperty().set(true);
        limits.memoryProperty().set(MaxMem.Memory.HEAP);
        assertEquals(MaxMem.Memory.HEAP, session.limit.memory());
        assertTrue(limits.onProperty().get());
    }

    @Test
    void whatIsWrittenStaysAsWrittenWhenItIsWhatIsArmed() {
        limits.limitProperty().set("512m");
        limits.onProperty().set(true);
        session.poll();
        assertEquals("512m", limits.limitProperty().get());
    }

    @Test
    void aTargetThatRefusesLeavesTheSwitchOff() {
        session.failure = new SessionException("orders-service does not answer: it may be suspended; try again");
        limits.onProperty().set(true);
        session.poll();
        assertFalse(limits.onProperty().get());
        assertEquals(Notice.Kind.FAILED, model.noticeProperty().get().kind());
    }
}

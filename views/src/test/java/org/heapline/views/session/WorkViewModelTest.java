package org.heapline.views.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.heapline.protocol.Progress;
import org.heapline.views.fake.FakeSession;
import org.heapline.views.fx.FxUpdates;
import org.heapline.views.fx.Ties;
import org.junit.jupiter.api.Test;

class WorkViewModelTest {
    private final FakeSession session = new FakeSession();
    private final SessionViewModel model = SessionViewModel.live(session, FxUpdates.by(Runnable::run), Runnable::run);
    private final WorkViewModel work = new WorkViewModel(model, new Ties());

    private void changed(int done, int total, boolean busy) {
        session.progress = new Progress(1, busy, done, total, done, done, done);
        session.poll();
    }

    @Test
    void aChangeTellsHowFarItIs() {
        assertNull(work.shownProperty().get());
        changed(0, 0, true);
        assertEquals(
                new WorkViewModel.Shown(-1, "Getting ready", true, ""),
                work.shownProperty().get());
        changed(200, 800, true);
        assertEquals(
                new WorkViewModel.Shown(0.25, "200 of 800 classes", true, ""),
                work.shownProperty().get());
        changed(800, 800, false);
        assertNull(work.shownProperty().get());
    }

    @Test
    void aCancelledChangeGoesBackAndCannotBeCancelledAgain() {
        model.requests().want(List.of("com.acme.**"));
        changed(200, 800, true);
        assertTrue(model.change().canCancel());
        work.cancel();
        assertEquals(1, session.cancels);
        WorkViewModel.Shown shown = work.shownProperty().get();
        assertEquals("Going back: 200 of 800 classes", shown.text());
        assertFalse(shown.canCancel());
        work.cancel();
        assertEquals(1, session.cancels);
        changed(200, 200, false);
        assertNull(work.shownProperty().get());
        assertEquals(
                Notice.done("Cancelled: what was profiled before is profiled again"),
                model.noticeProperty().get());
        changed(1, 2, true);
        assertTrue(model.change().canCancel(), "the next change can be");
    }

    @Test
    void ofTheFirstChoiceWhatIsDoneStays() {
        changed(200, 800, true);
        work.cancel();
        assertEquals(
                Notice.done("Cancelled: the classes that were done by then are profiled, the others are not"),
                model.noticeProperty().get());
    }
}

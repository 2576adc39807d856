package org.heapline.views.paused;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.heapline.client.PausedThread.Step;
import org.heapline.client.Variable;
import org.heapline.profile.Trip.Local;
import org.heapline.views.fake.FakePausedThread;
import org.heapline.views.fake.FakeSession;
import org.heapline.views.fake.Orders;
import org.heapline.views.fx.FxUpdates;
import org.heapline.views.session.SelectedLine;
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

    private List<String> names() {
        return model.locals().roots().stream().map(Variable::name).toList();
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
        assertEquals(4, model.locals().roots().size());
        thread.locals.clear();
        thread.locals.add(new Local("orders", "List", "[]"));
        model.choose(model.frames().get(1));
        assertEquals(List.of("orders"), names());
        assertEquals(203, shared.selectedLineProperty().get().line());
    }

    @Test
    void aStepMovesTheLineAndReadsTheLocalsAgain() {
        FakePausedThread thread = stop(true);
        thread.locals.remove(3);
        model.step();
        assertEquals(33, model.whereProperty().get().line());
        assertTrue(model.whyProperty().get().startsWith("before line 33"));
        assertEquals(3, model.locals().roots().size());
        assertTrue(model.canStepProperty().get());
    }

    @Test
    void aParkedThreadCannotStepAndSaysSoForOtherFrames() {
        stop(false);
        assertFalse(model.canStepProperty().get());
        assertFalse(model.inDebugger());
        model.choose(model.frames().get(1));
        assertEquals(List.of(), names());
        assertTrue(model.locals().textProperty().get().contains("parked"));
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

    @Test
    void stepsIntoAndOutAndRunsToTheChosenLine() {
        FakePausedThread thread = stop(true);
        model.step(Step.INTO);
        model.step(Step.OUT);
        assertEquals(List.of(Step.INTO, Step.OUT), thread.steps);
        SelectedLine here = model.whereProperty().get();
        assertNotNull(here);
        shared.selectedLineProperty()
                .set(new SelectedLine(here.className(), here.method(), here.file(), here.location(), 99));
        model.runToChosen();
        assertEquals(99, model.whereProperty().get().line());
    }

    @Test
    void aBranchOfTheLocalsIsReadWhenItIsOpened() {
        FakePausedThread thread = stop(true);
        thread.children.add(new Variable("total", "long", "12", -1, -1, -1, false, false));
        List<Variable> found = new ArrayList<>();
        model.locals().open(List.of("this"), found::addAll);
        assertEquals(thread.children, found);
    }

    @Test
    void anExpressionIsEvaluatedInTheChosenFrameOrSaysWhyNot() {
        FakePausedThread thread = stop(true);
        model.actions().evaluate(" " + thread.locals.get(0).name() + " ");
        String first =
                thread.locals.get(0).name() + " = " + thread.locals.get(0).value();
        assertEquals(first, model.actions().evaluatedProperty().get());
        model.actions().evaluate("nonsense");
        assertEquals(first, model.actions().evaluatedProperty().get());
        assertTrue(shared.noticeProperty().get().text().contains("nonsense"));
    }

    @Test
    void classesAreCountedOnceAStopAndWithoutGarbageWhenAskedFor() {
        stop(true);
        assertEquals(List.of(), model.actions().classes());
        model.actions().countClasses();
        assertEquals("byte[]", model.actions().classes().get(0).name());
        assertEquals(98304000, model.actions().classes().get(0).bytes());
        model.actions().collectAndLook();
        assertTrue(model.actions().classesTextProperty().get().contains("GC"));
    }

    @Test
    void theOthersCanBeSuspendedAndTheLimitRaisedOnTheWayOut() {
        FakePausedThread thread = stop(true);
        model.actions().suspendOthers(true);
        assertTrue(model.actions().othersSuspendedProperty().get());
        long higher = model.actions().higherLimit(thread.trip());
        assertTrue(higher > thread.trip().currentBytes());
        model.actions().resumeWith(higher);
        assertTrue(thread.resumed);
        assertEquals(higher, session.limit.bytes());
    }

    @Test
    void allOfItCanBeCopiedAsText() {
        FakePausedThread thread = stop(true);
        List<String> copied = new ArrayList<>();
        model.actions().copy(model.recentLines(), copied::add);
        assertTrue(copied.get(0).contains(thread.trip().sentence()), copied::toString);
        assertTrue(copied.get(0).contains(thread.locals.get(0).name()), copied::toString);
    }

    @Test
    void theLinesThatAllocatedLatelyAreThoseOfTheLastTenSeconds() {
        session.measure(0, Orders.methods(1));
        session.measure(20_000, Orders.methods(2));
        session.measure(30_000, Orders.methods(2));
        session.measure(31_000, Orders.methods(3));
        session.pausedThread = new FakePausedThread(Orders.trip(), true);
        session.poll();
        assertFalse(model.recentLines().isEmpty());
        assertTrue(model.recentLines().size() <= 10);
    }

    @Test
    void whatLedToTheStopCountsAlsoWhenItIsMeasuredLate() {
        long stop = Orders.trip().t();
        session.measure(stop - 9_000, List.of());
        // The stop is told at once, on another way than the figures.
        session.pausedThread = new FakePausedThread(Orders.trip(), true);
        session.poll();
        assertEquals(List.of(), model.recentLines());
        session.measure(stop + 300, Orders.methods(1));
        List<RecentLines.Recent> lines = List.copyOf(model.recentLines());
        assertFalse(lines.isEmpty());
        session.measure(stop + 20_000, Orders.methods(3));
        assertEquals(lines, model.recentLines(), "what others allocate while it stands has not led to it");
    }
}

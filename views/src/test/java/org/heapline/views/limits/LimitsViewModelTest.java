package org.heapline.views.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.heapline.client.MaxMem;
import org.heapline.client.MaxMem.Memory;
import org.heapline.client.SessionException;
import org.heapline.client.trip.Trigger;
import org.heapline.client.trip.TripAction;
import org.heapline.client.trip.TripAction.Kind;
import org.heapline.client.trip.TripActions;
import org.heapline.views.fake.FakePausedThread;
import org.heapline.views.fake.FakeSession;
import org.heapline.views.fake.Orders;
import org.heapline.views.fx.FxUpdates;
import org.heapline.views.fx.Ties;
import org.heapline.views.session.MaxMemViewModel;
import org.heapline.views.session.Notice;
import org.heapline.views.session.SessionViewModel;
import org.heapline.views.session.Triggers.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LimitsViewModelTest {
    private static final long MIB = 1 << 20;

    @TempDir
    Path folder;

    private final FakeSession session = new FakeSession();
    private final SessionViewModel shared = SessionViewModel.live(session, FxUpdates.by(Runnable::run), Runnable::run);
    private final LimitsViewModel model = new LimitsViewModel(shared);

    private void arm(Memory memory, String size) {
        model.form().memoryProperty().set(memory);
        model.form().sizeProperty().set(size);
        model.apply();
    }

    private List<String> sizes() {
        return model.rows().stream().map(LimitsViewModel::size).toList();
    }

    private FakePausedThread trip(TripAction... actions) {
        shared.triggers().writeTo(folder);
        shared.triggers()
                .arm(new Trigger(
                        new MaxMem.Limit(512 * MIB, Memory.LIVE, MaxMem.Action.AUTO),
                        new TripActions(List.of(actions)),
                        64 * MIB));
        FakePausedThread thread = new FakePausedThread(Orders.trip(), true);
        session.trip(thread);
        return thread;
    }

    @Test
    void severalLimitsAreArmedChangedAndDisarmedOneByOne() {
        arm(Memory.LIVE, "512 MiB");
        assertTrue(model.changingProperty().get());
        arm(Memory.RSS, "2g");
        arm(Memory.LIVE, "1g");
        assertEquals(List.of("1.00 GiB", "2.00 GiB"), sizes());
        assertEquals(2, session.limits().size());
        Row live = model.rows().get(0);
        model.arm(live, false);
        assertEquals(
                List.of(Memory.RSS),
                session.limits().stream().map(MaxMem.Limit::memory).toList());
        assertNull(model.rows().get(0).armed());
        model.arm(model.rows().get(0), true);
        assertEquals(2, session.limits().size());
        model.remove(model.rows().get(0));
        assertEquals(1, model.rows().size());
    }

    @Test
    void theToolbarKnowsThatThereAreOthersAndLeavesThemAlone() {
        MaxMemViewModel toolbar = new MaxMemViewModel(shared, new Ties());
        arm(Memory.RATE, "64 MiB/min");
        assertFalse(toolbar.onProperty().get());
        assertEquals(1, toolbar.othersProperty().get());
        toolbar.onProperty().set(true);
        toolbar.onProperty().set(false);
        assertEquals(
                List.of(Memory.RATE),
                session.limits().stream().map(MaxMem.Limit::memory).toList());
        arm(Memory.LIVE, "80%");
        assertTrue(toolbar.onProperty().get());
        assertEquals("80%", toolbar.limitProperty().get());
    }

    @Test
    void whatTheTargetRefusesIsNotListed() {
        session.failure = new SessionException("this system does not tell the resident set");
        arm(Memory.RSS, "2g");
        assertEquals(List.of(), model.rows());
        assertEquals(Notice.Kind.FAILED, shared.noticeProperty().get().kind());
    }

    @Test
    void aTripStandsUntilItIsResumedAndTheLimitIsArmedAgainHigher() {
        FakePausedThread thread = trip();
        assertFalse(thread.resumed);
        shared.triggers().resume();
        assertTrue(thread.resumed);
        long above = Orders.trip().currentBytes() + 64 * MIB;
        assertEquals(above, session.limits().get(0).bytes());
    }

    @Test
    void filesAreWrittenWhileTheThreadStandsAndThenItGoesOn() throws Exception {
        FakePausedThread thread = trip(
                new TripAction(Kind.SNAPSHOT),
                new TripAction(Kind.HISTOGRAM),
                new TripAction(Kind.THREADS),
                new TripAction(Kind.RUN, "echo seen $HEAPLINE_LINE"));
        assertTrue(thread.resumed);
        assertTrue(Files.size(folder.resolve("orders-service-trip.heapline")) > 0);
        assertTrue(Files.size(folder.resolve("orders-service-trip-histogram.txt")) > 0);
        assertTrue(Files.exists(folder.resolve("orders-service-trip-threads.txt")));
        Notice notice = shared.noticeProperty().get();
        assertNotNull(notice);
        assertTrue(notice.text().endsWith("seen 32"), notice::text);
    }

    @Test
    void aFileThatCannotBeWrittenIsSaidAndTheThreadStillStops() throws Exception {
        Path file = Files.writeString(folder.resolve("in the way"), "");
        shared.triggers().writeTo(file);
        shared.triggers()
                .arm(new Trigger(
                        new MaxMem.Limit(512 * MIB, Memory.LIVE, MaxMem.Action.AUTO),
                        new TripActions(List.of(new TripAction(Kind.PARK), new TripAction(Kind.SNAPSHOT))),
                        0));
        FakePausedThread thread = new FakePausedThread(Orders.trip(), false);
        session.trip(thread);
        assertFalse(thread.resumed);
        assertEquals(Notice.Kind.FAILED, shared.noticeProperty().get().kind());
    }

    @Test
    void exitLetsTheProgramGoOnAndAsksForTheEnd() {
        FakePausedThread thread = trip(new TripAction(Kind.PARK), new TripAction(Kind.EXIT));
        assertTrue(thread.resumed);
        assertTrue(shared.triggers().exitProperty().get());
    }

    @Test
    void whatALimitDoesIsSaidInWords() {
        arm(Memory.LIVE, "512 MiB");
        assertEquals(
                "stop in the debugger, else park",
                LimitsViewModel.actions(model.rows().get(0)));
        model.edit(model.rows().get(0));
        model.form().actions().of(Kind.DUMP).set(true);
        model.form().actions().compressedProperty().set(true);
        model.form().rearmProperty().set(true);
        model.apply();
        assertEquals(
                "stop in the debugger, else park · heap dump (gz) · again 64.0 MiB higher",
                LimitsViewModel.actions(model.rows().get(0)));
    }
}

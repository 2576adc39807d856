package org.heapline.views.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.heapline.profile.Backend;
import org.heapline.profile.LineStats;
import org.heapline.views.fake.FakePausedThread;
import org.heapline.views.fake.FakeSession;
import org.heapline.views.fake.Orders;
import org.heapline.views.fx.FxUpdates;
import org.heapline.views.paused.PausedViewModel;
import org.heapline.views.session.SelectedLine;
import org.heapline.views.session.SessionViewModel;
import org.heapline.views.settings.Preferences;
import org.junit.jupiter.api.Test;

class SourceViewModelTest {
    private final FakeSession session = new FakeSession();
    private final Deque<Runnable> background = new ArrayDeque<>();
    private final SourceFolders folders = new SourceFolders(new Preferences());
    private final SessionViewModel shared =
            SessionViewModel.live(session, FxUpdates.by(Runnable::run), background::add);
    private final SourceViewModel model = new SourceViewModel(shared, new SourceLookup() {
        @Override
        public SourceState find(SelectedLine place) {
            return new SourceState.Shown(SourceText.of(place.className(), "", false, Orders.cacheSource()));
        }

        @Override
        public SourceFolders folders() {
            return folders;
        }
    });

    private void work() {
        while (!background.isEmpty()) {
            background.poll().run();
        }
    }

    private void open(int line) {
        session.measure(1_000, Orders.methods(1));
        shared.selectedLineProperty().set(SelectedLine.of(Orders.methods(1).get(0), line));
        work();
    }

    private MethodRange methodAt(int line) {
        MethodRange method = model.methodAt(line);
        assertNotNull(method);
        return method;
    }

    @Test
    void aChosenLineOpensItsTextInTheBackground() {
        assertInstanceOf(SourceState.Nothing.class, model.stateProperty().get());
        shared.selectedLineProperty().set(SelectedLine.of(Orders.methods(1).get(0), 32));
        assertInstanceOf(SourceState.Loading.class, model.stateProperty().get());
        work();
        assertInstanceOf(SourceState.Shown.class, model.stateProperty().get());
    }

    @Test
    void theTextAskedForLastWins() {
        shared.selectedLineProperty().set(SelectedLine.of(Orders.methods(1).get(0), 32));
        shared.selectedLineProperty().set(SelectedLine.of(Orders.methods(1).get(2), 77));
        List<Runnable> answers = new ArrayList<>(background);
        answers.get(1).run();
        answers.get(0).run();
        SourceState.Shown shown =
                assertInstanceOf(SourceState.Shown.class, model.stateProperty().get());
        assertEquals("com.acme.orders.CsvReader", shown.text().origin());
    }

    @Test
    void anotherLineOfTheSameFileKeepsTheText() {
        open(32);
        shared.selectedLineProperty().set(SelectedLine.of(Orders.methods(1).get(1), 38));
        assertTrue(background.isEmpty());
    }

    @Test
    void figuresAndHeatFollowTheSnapshot() {
        open(32);
        LineStats hot = model.figures(32);
        assertNotNull(hot);
        assertEquals(144_833, hot.occurrences());
        assertEquals(Heat.MAX, model.heat(32));
        assertEquals(1, model.heat(33));
        assertEquals(0, model.heat(28));
        assertNull(model.figures(31));
        long revision = model.revisionProperty().get();
        session.measure(2_000, Orders.methods(2));
        assertTrue(model.revisionProperty().get() > revision);
        assertEquals(289_666, model.figures(32) == null ? 0 : model.figures(32).occurrences());
    }

    @Test
    void aMethodIsAddedToWhatIsWanted() {
        open(32);
        session.want(List.of("com.acme.json.**"), Backend.ALLOCATED, false);
        session.poll();
        assertFalse(model.choice().isProfiled(methodAt(23)));
        model.choice().profile(methodAt(23));
        work();
        assertEquals(List.of("com.acme.json.**", "com.acme.orders.OrderCache#size"), session.wanted());
        assertTrue(model.choice().isProfiled(methodAt(23)));
    }

    @Test
    void aMeasuredMethodThatIsNoLongerWantedCanBeChosenAgain() {
        open(32);
        assertTrue(model.choice().isProfiled(methodAt(32)));
        session.want(List.of("com.acme.json.**"), Backend.ALLOCATED, false);
        session.poll();
        assertNotNull(model.figures(32), "what it has measured stays");
        assertFalse(model.choice().isProfiled(methodAt(32)));
    }

    @Test
    void besideTheOwnClassesAMethodKeepsTheirPackages() {
        open(32);
        model.choice().profile(methodAt(23));
        work();
        assertEquals(List.of("com.acme.orders.*", "com.acme.orders.OrderCache#size"), session.wanted());
    }

    @Test
    void aMethodIsTakenOutOfAPatternOfItsClass() {
        open(32);
        session.want(List.of("@Profile", Orders.CACHE), Backend.ALLOCATED, false);
        session.poll();
        model.choice().leaveOut(methodAt(32));
        work();
        assertEquals(
                List.of("@Profile", Orders.CACHE + "#<init>", Orders.CACHE + "#size", Orders.CACHE + "#since"),
                session.wanted());
    }

    @Test
    void aMethodOfAWiderPatternStaysAndTheUserIsTold() {
        open(32);
        session.want(List.of("com.acme.**"), Backend.ALLOCATED, false);
        session.poll();
        model.choice().leaveOut(methodAt(32));
        work();
        assertEquals(List.of("com.acme.**"), session.wanted());
        assertNotNull(shared.noticeProperty().get());
    }

    @Test
    void theLineOfAStoppedThreadIsOpenedAndMarked() {
        session.measure(1_000, Orders.methods(1));
        PausedViewModel paused = new PausedViewModel(shared);
        model.follow(paused);
        session.pausedThread = new FakePausedThread(Orders.trip(), true);
        session.poll();
        work();
        assertEquals(32, model.stoppedLineProperty().get());
        paused.step();
        work();
        assertEquals(33, model.stoppedLineProperty().get());
        session.pausedThread = null;
        session.poll();
        assertEquals(0, model.stoppedLineProperty().get());
    }

    @Test
    void anAddedFolderIsSearchedAtOnce() {
        open(32);
        Path folder = Path.of("src").toAbsolutePath();
        model.addSourceFolder(folder);
        assertEquals(List.of(folder), model.sourceFolders());
        assertEquals(1, background.size());
        model.removeSourceFolder(folder);
        assertEquals(List.of(), model.sourceFolders());
    }

    @Test
    void goingToALineTellsTheOtherViewsItsMethod() {
        open(32);
        model.goTo(38);
        SelectedLine line = shared.selectedLineProperty().get();
        assertNotNull(line);
        assertEquals("since", line.method());
        assertEquals(38, line.line());
    }

    @Test
    void oneGoesBackFromWhatWasFollowed() {
        open(32);
        SelectedLine first = shared.selectedLineProperty().get();
        SelectedLine there = new SelectedLine("com.acme.orders.Json", "write", "com/acme/orders/Json.java", "", 7);
        model.trail().follow(there);
        work();
        assertEquals(there, model.placeProperty().get());
        model.trail().back();
        work();
        assertEquals(first, model.placeProperty().get());
        assertFalse(model.trail().canGoBack());
        model.trail().forward();
        work();
        assertEquals(there, model.placeProperty().get());
    }

    @Test
    void aMethodThatIsKnownByItsNameAloneIsShownWhereItStands() {
        open(32);
        MethodRange since = methodAt(38);
        model.trail().follow(new SelectedLine(Orders.CACHE, since.method(), "elsewhere/OrderCache.java", "", 0));
        work();
        assertEquals(since.first(), model.line());
    }
}

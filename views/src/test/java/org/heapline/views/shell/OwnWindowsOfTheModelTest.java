package org.heapline.views.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.heapline.client.Session;
import org.heapline.views.compare.ComparedLine;
import org.heapline.views.compare.ComparisonViewModel;
import org.heapline.views.fake.FakeAttacher;
import org.heapline.views.fake.FakeSession;
import org.heapline.views.fake.Orders;
import org.heapline.views.fake.Shapes;
import org.heapline.views.fx.FxUpdates;
import org.heapline.views.session.Doing;
import org.heapline.views.settings.Preferences;
import org.heapline.views.settings.RecentTargets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which tabs have windows of their own; this thread is the model's, and there is no screen. */
class OwnWindowsOfTheModelTest {
    private static final LocalDateTime NOON = LocalDateTime.of(2026, 3, 2, 12, 0);

    @TempDir
    Path folder;

    private final BlockingQueue<Runnable> updates = new LinkedBlockingQueue<>();
    private final List<WindowTab> raised = new ArrayList<>();
    private final List<List<WindowTab>> tiled = new ArrayList<>();
    private final FakeSession session = new FakeSession();
    private MainViewModel model;

    @BeforeEach
    void open() {
        session.measure(Shapes.orders(Duration.ofSeconds(20), Orders.methods(1), null));
        model = new MainViewModel(
                FakeAttacher.ordinary(), folder, new RecentTargets(new Preferences()), FxUpdates.by(updates::add));
        model.raisedProperty().addListener((property, was, is) -> {
            if (is != null) {
                raised.add(is);
            }
        });
        model.tiledProperty().addListener((property, was, is) -> {
            if (!is.isEmpty()) {
                tiled.add(is);
            }
        });
    }

    @AfterEach
    void close() {
        model.close();
    }

    @Test
    void snapshotsOpenSideBySideInTheOrderOfTheList() throws Exception {
        List<Path> files = files(3);
        model.files().open(files.get(1));
        until(() -> model.tabs().size() == 1);
        WindowTab open = model.tabs().get(0);

        model.files().openSideBySide(files);
        until(() -> model.apart().size() == 3);
        assertTrue(model.tabs().isEmpty());
        assertNull(model.selectedProperty().get());
        assertEquals(1, tiled.size());
        assertEquals(
                files.stream().map(List::of).toList(),
                tiled.get(0).stream().map(RememberedTabs::filesOf).toList());
        assertSame(open, tiled.get(0).get(1));

        raised.clear();
        model.files().open(files.get(2));
        until(() -> !raised.isEmpty());
        assertEquals(List.of(tiled.get(0).get(2)), raised);
        assertEquals(3, model.allTabs().size());
    }

    @Test
    void theWindowOfASnapshotClosesItAndNoOther() throws Exception {
        model.files().openSideBySide(files(2));
        until(() -> model.apart().size() == 2);
        WindowTab stays = model.apart().get(1);
        model.leave(model.apart().get(0));
        assertEquals(List.of(stays), model.allTabs());
        assertEquals(List.of(stays), model.apart());
    }

    @Test
    void theWindowOfASessionGivesItBackAsATab() throws Exception {
        model.show(session);
        WindowTab live = model.tabs().get(0);
        model.moveApart(live);
        assertEquals(List.of(live), model.apart());
        assertTrue(model.tabs().isEmpty());

        model.leave(live);
        assertEquals(List.of(live), model.tabs());
        assertTrue(model.apart().isEmpty());
        assertSame(live, model.selectedProperty().get());
        assertEquals(Session.State.ATTACHED, session.state());
    }

    @Test
    void aSessionThatEndsKeepsItsWindowAndTheOthers() throws Exception {
        model.show(session);
        model.moveApart(model.tabs().get(0));
        model.files().openSideBySide(files(1));
        until(() -> model.apart().size() == 2);
        session.state = Session.State.LOST;
        session.poll();
        updates.forEach(Runnable::run);
        assertEquals(2, model.apart().size());
    }

    @Test
    void anotherTabIsChosenWhenTheOneInFrontMovesAway() throws Exception {
        List<Path> files = files(2);
        for (Path file : files) {
            model.files().open(file);
        }
        until(() -> model.tabs().size() == 2);
        WindowTab first = model.tabs().get(0);
        WindowTab second = model.tabs().get(1);
        assertSame(second, model.selectedProperty().get());
        model.moveApart(second);
        assertSame(first, model.selectedProperty().get());
        model.moveBack(second);
        assertSame(second, model.selectedProperty().get());
        assertEquals(List.of(first, second), model.tabs());
    }

    @Test
    void aLineOfAComparisonIsShownInItsLaterSnapshot() throws Exception {
        List<Path> files = files(2);
        model.files().openAll(List.of(files), files, List.of());
        until(() -> model.tabs().size() == 1);
        WindowTab.OfComparison compared = (WindowTab.OfComparison) model.tabs().get(0);
        ComparisonViewModel rows = new ComparisonViewModel(compared.comparison());
        rows.unchangedTooProperty().set(true);
        ComparedLine line = rows.shown().get(0);
        model.files().look(compared, line);
        until(() -> model.tabs().size() == 2);
        WindowTab.OfSession later = (WindowTab.OfSession) model.tabs().get(1);
        assertEquals(files.get(1), later.file());
        assertSame(later, model.selectedProperty().get());
        assertEquals(
                line.change().line(),
                later.session().selectedLineProperty().get().line());
    }

    @Test
    void whatIsOpenIsComparedInTheTabThatIsThere() throws Exception {
        List<Path> files = files(2);
        for (int i = 0; i < 2; i++) {
            model.files().openAll(List.of(files), files, List.of());
        }
        until(() -> raised.size() == 2);
        assertEquals(1, model.tabs().size());
        assertSame(raised.get(0), raised.get(1));
    }

    @Test
    void anOpeningThatIsCancelledOpensNothing() throws Exception {
        model.files().open(files(1).get(0));
        Doing doing = model.background().doings().toldProperty().get();
        assertTrue(doing.what().startsWith("Opening orders-service"), doing.what());
        model.background().doings().giveUp();
        assertNull(model.background().doings().toldProperty().get());
        model.files().open(files(2).get(1));
        until(() -> model.tabs().size() == 1);
        assertEquals(1, model.tabs().size());
        assertNull(model.noticeProperty().get(), "cancelling is no failure");
    }

    private List<Path> files(int count) throws Exception {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            files.add(model.shelf().save(session.snapshot(), NOON.plusMinutes(i)));
        }
        return files;
    }

    private void until(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean()) {
            Runnable update = updates.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            assertTrue(update != null, "nothing happened within 60 s");
            update.run();
        }
    }
}

package org.heapline.views.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javafx.geometry.Rectangle2D;
import org.heapline.profile.Comparison;
import org.heapline.profile.Snapshot;
import org.heapline.views.fake.FakeSession;
import org.heapline.views.fake.Orders;
import org.heapline.views.fx.FxUpdates;
import org.heapline.views.session.Background;
import org.heapline.views.session.SessionViewModel;
import org.heapline.views.settings.Preferences;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RememberedTabsTest {
    private final Preferences preferences = new Preferences();
    private final RememberedTabs tabs = new RememberedTabs(preferences);

    @Test
    void snapshotsAndComparisonsComeBackButNoSession(@TempDir Path folder) throws Exception {
        Path first = Files.createFile(folder.resolve("first run.heapline"));
        Path second = Files.createFile(folder.resolve("second run.heapline"));
        Path gone = folder.resolve("gone.heapline");
        Snapshot snapshot = FakeSession.snapshot(Duration.ofSeconds(1), Orders.methods(1));
        SessionViewModel session = SessionViewModel.saved("", snapshot, FxUpdates.by(Runnable::run), Runnable::run);
        WindowTab compared = new WindowTab.OfComparison(
                "",
                Comparison.of(snapshot, snapshot),
                List.of(first, second),
                new Background(Runnable::run, FxUpdates.by(Runnable::run)));
        tabs.remember(
                List.of(
                        new WindowTab.OfSession(session),
                        new WindowTab.OfSession(session, second),
                        new WindowTab.OfSession(session, gone),
                        compared),
                compared);
        assertEquals(List.of(List.of(second), List.of(first, second)), tabs.files());
        assertEquals(List.of(first, second), tabs.front());
    }

    @Test
    void windowsOfTheirOwnStandWhereTheyStood(@TempDir Path folder) throws Exception {
        Path file = Files.createFile(folder.resolve("a run.heapline"));
        Snapshot snapshot = FakeSession.snapshot(Duration.ofSeconds(1), Orders.methods(1));
        SessionViewModel session = SessionViewModel.saved("", snapshot, FxUpdates.by(Runnable::run), Runnable::run);
        Rectangle2D place = new Rectangle2D(-12, 30.5, 640, 480);
        tabs.remember(Map.of(
                new WindowTab.OfSession(session, file), place, new WindowTab.OfSession(session), Rectangle2D.EMPTY));
        assertEquals(Map.of(List.of(file), place), tabs.places());
        preferences.put("windows", List.of("1 2 3\t" + file, "1 2 -3 4\t" + file, "here\t" + file, "1 2 3 4"));
        assertEquals(Map.of(), tabs.places());
    }

    @Test
    void nothingIsRememberedAtFirst() {
        assertEquals(List.of(), tabs.files());
        assertEquals(List.of(), tabs.front());
        assertEquals(Map.of(), tabs.places());
    }
}

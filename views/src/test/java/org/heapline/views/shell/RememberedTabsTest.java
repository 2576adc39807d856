package org.heapline.views.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.heapline.profile.Comparison;
import org.heapline.profile.Snapshot;
import org.heapline.views.fake.FakeSession;
import org.heapline.views.fake.Orders;
import org.heapline.views.fx.FxUpdates;
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
        WindowTab compared = new WindowTab.OfComparison("", Comparison.of(snapshot, snapshot), List.of(first, second));
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
    void nothingIsRememberedAtFirst() {
        assertEquals(List.of(), tabs.files());
        assertEquals(List.of(), tabs.front());
    }
}

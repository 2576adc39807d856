package org.heapline.views.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.heapline.views.fake.FakeSession;
import org.heapline.views.fake.Orders;
import org.heapline.views.fx.FxUpdates;
import org.heapline.views.session.SelectedLine;
import org.heapline.views.session.SessionViewModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionSourcesTest {
    private static final SelectedLine LINE = SelectedLine.of(Orders.methods(1).get(0), 32);

    @Test
    void anOriginIsShortenedToWhatAUserRecognises() {
        assertEquals(
                "orders-sources.jar",
                SessionSources.shortOrigin(
                        "/m2/acme/orders-sources.jar!com/acme/orders/OrderCache.java", Orders.CACHE));
        assertEquals(
                Path.of("src/main/java").toString(),
                SessionSources.shortOrigin("/srv/app/src/main/java/com/acme/orders/OrderCache.java", Orders.CACHE));
    }

    @Test
    void aSavedSnapshotShowsTheTextItKept() {
        var snapshot = FakeSession.snapshot(Duration.ofSeconds(1), Orders.methods(1))
                .withSources(Map.of("com/acme/orders/OrderCache.java", Orders.cacheSource()));
        SessionViewModel saved =
                SessionViewModel.saved("before fix", snapshot, FxUpdates.by(Runnable::run), Runnable::run);
        SourceState.Shown shown = assertInstanceOf(
                SourceState.Shown.class, SessionSources.of(saved).find(LINE));
        assertEquals(41, shown.text().lines().size());
    }

    @Test
    void aFolderTheUserAddsIsLookedAt(@TempDir Path folder) throws Exception {
        SessionViewModel live = SessionViewModel.live(new FakeSession(), FxUpdates.by(Runnable::run), Runnable::run);
        SessionSources sources = SessionSources.of(live);
        assertInstanceOf(SourceState.NotFound.class, sources.find(LINE));
        Path file = folder.resolve("com/acme/orders/OrderCache.java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, Orders.cacheSource());
        sources.folders().add(folder);
        assertInstanceOf(SourceState.Shown.class, sources.find(LINE));
        sources.folders().remove(folder);
        SourceState.NotFound again = assertInstanceOf(SourceState.NotFound.class, sources.find(LINE));
        assertFalse(again.lookedAt().toString().contains(folder.toString()), again.lookedAt()::toString);
        sources.folders().add(folder.resolve("com"));
        SourceState.NotFound wrong = assertInstanceOf(SourceState.NotFound.class, sources.find(LINE));
        String first =
                folder.resolve("com/com/acme/orders/OrderCache.java") + ": no folder " + folder.resolve("com/com");
        assertTrue(wrong.lookedAt().contains(first), wrong.lookedAt()::toString);
        assertEquals(List.of(), live.snapshot().methods());
    }
}

package org.heapline.views.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.heapline.views.fake.FakePausedThread;
import org.heapline.views.fake.FakeSession;
import org.heapline.views.fake.Orders;
import org.heapline.views.fx.FxUpdates;
import org.heapline.views.paused.LineLink;
import org.heapline.views.paused.PausedViewModel;
import org.heapline.views.session.Notice;
import org.heapline.views.session.SelectedLine;
import org.heapline.views.session.SessionViewModel;
import org.heapline.views.settings.Preferences;
import org.junit.jupiter.api.Test;

class StoppedLineLinksTest {
    private final FakeSession session = new FakeSession();
    private final SessionViewModel shared = SessionViewModel.live(session, FxUpdates.by(Runnable::run), Runnable::run);

    private static final class AnyText implements SourceLookup {
        @Override
        public SourceState find(SelectedLine place) {
            return new SourceState.Shown(SourceText.of("orders", "/srv/orders", false, "class Any {}\n"));
        }

        @Override
        public SourceFolders folders() {
            return new SourceFolders(new Preferences());
        }
    }

    @Test
    void everyEditorIsOfferedAndTheSourceGoesToTheStoppedLineFirst() {
        SourceViewModel source = new SourceViewModel(shared, new AnyText());
        PausedViewModel paused = new PausedViewModel(shared);
        List<LineLink> links = new StoppedLineLinks(shared, source, paused).all();
        assertEquals(
                List.of("IntelliJ IDEA", "Visual Studio Code", "Eclipse"),
                links.stream().map(LineLink::title).toList());
        session.measure(1_000, Orders.methods(1));
        session.trip(new FakePausedThread(Orders.trip(), true));
        shared.selectedLineProperty().set(SelectedLine.of(Orders.methods(1).get(0), 12));
        links.get(0).open().run();
        SelectedLine at = shared.selectedLineProperty().get();
        assertNotNull(at);
        assertEquals(32, at.line());
        // No editor is installed where tests run: it is said how to get its command.
        Notice notice = shared.noticeProperty().get();
        assertNotNull(notice);
        assertTrue(notice.text().contains("IntelliJ IDEA"), notice::text);
    }
}

package org.heapline.views.palette;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCombination;
import org.heapline.views.fake.FakeSession;
import org.heapline.views.fake.Orders;
import org.heapline.views.fx.FxUpdates;
import org.heapline.views.session.SelectedLine;
import org.heapline.views.session.SessionViewModel;
import org.junit.jupiter.api.Test;

class PaletteViewModelTest {
    private final FakeSession target = new FakeSession();
    private final SessionViewModel session = SessionViewModel.live(target, FxUpdates.by(Runnable::run), Runnable::run);
    private final List<String> done = new ArrayList<>();
    private final PaletteViewModel model = new PaletteViewModel(
            List.of(
                    Command.always("gc", KeyCombination.valueOf("Ctrl+G"), () -> done.add("gc")),
                    new Command("resume", null, () -> false, () -> done.add("resume")),
                    Command.always("snapshot", null, () -> done.add("snapshot"))),
            () -> Optional.of(session));

    @Test
    void whatCanBeDoneNowIsListedWithItsKeys() {
        model.open("");
        assertEquals(
                List.of("Collect garbage in the target", "Save a snapshot"),
                model.entries().stream().map(Entry::text).toList());
        assertEquals("Ctrl+G", model.entries().get(0).detail());
    }

    @Test
    void wordsInAnyOrderFindACommand() {
        model.open("target collect");
        model.entries().get(0).action().run();
        assertEquals(List.of("gc"), done);
    }

    @Test
    void aMethodIsFoundByItsNameAndOpened() {
        target.measure(1_000, Orders.methods(1));
        model.open("cache rem");
        assertEquals("OrderCache.remember", model.entries().get(0).text());
        model.entries().get(0).action().run();
        SelectedLine looked = session.selectedLineProperty().get();
        assertNotNull(looked);
        assertEquals("remember", looked.method());
    }

    @Test
    void aNumberAfterAColonGoesToThatLine() {
        session.selectedLineProperty().set(new SelectedLine(Orders.CACHE, "remember", Orders.FILE, "", 32));
        model.open(":38");
        model.entries().get(0).action().run();
        SelectedLine looked = session.selectedLineProperty().get();
        assertNotNull(looked);
        assertEquals(38, looked.line());
    }

    @Test
    void nothingIsOfferedForNonsense() {
        model.open("xyzzy");
        assertTrue(model.entries().isEmpty());
    }
}

package org.heapline.views.hotlines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import org.heapline.profile.LineStats;
import org.heapline.profile.MethodStats;
import org.heapline.profile.ThreadStats;
import org.heapline.views.fake.FakeSession;
import org.heapline.views.fake.Orders;
import org.heapline.views.fake.Shapes;
import org.heapline.views.fx.FxUpdates;
import org.heapline.views.session.Measure;
import org.heapline.views.session.SelectedLine;
import org.heapline.views.session.SessionViewModel;
import org.junit.jupiter.api.Test;

class HotLinesViewModelTest {
    private static final long MIB = 1024 * 1024;

    private final FakeSession session = new FakeSession();
    private final SessionViewModel shared = SessionViewModel.live(session, FxUpdates.by(Runnable::run), Runnable::run);
    private final HotLinesViewModel model = new HotLinesViewModel(shared);

    private List<String> titles() {
        return model.rows().stream().map(HotRow::title).toList();
    }

    @Test
    void theHottestLineStandsFirstAndLinesWithoutMemoryAreLeftOut() {
        session.measure(1_000, Orders.methods(1));
        assertEquals("OrderCache.java:32", titles().get(0));
        assertEquals(8, titles().size());
        assertEquals("OrderCache.remember", model.rows().get(0).detail());
        assertEquals(0.62, model.rows().get(0).share(), 0.01);
        assertEquals(1, model.rows().get(0).bar());
    }

    @Test
    void rowsStayTheSameWhileTheirFiguresChange() {
        session.measure(1_000, Orders.methods(1));
        HotRow first = model.rows().get(0);
        long revision = first.revisionProperty().get();
        List<Object> changes = new ArrayList<>();
        model.rows().addListener((ListChangeListener<HotRow>) changes::add);
        session.measure(1_100, Orders.methods(1.1));
        assertSame(first, model.rows().get(0));
        assertTrue(first.revisionProperty().get() > revision);
        assertEquals(List.of(), changes);
    }

    @Test
    void theOrderFollowsAtMostOnceASecond() {
        session.measure(1_000, List.of(at(1, 10), at(2, 5)));
        session.measure(1_100, List.of(at(1, 10), at(2, 20)));
        assertEquals(List.of("Cart.java:1", "Cart.java:2"), titles());
        session.measure(2_100, List.of(at(1, 10), at(2, 30)));
        assertEquals(List.of("Cart.java:2", "Cart.java:1"), titles());
    }

    private static MethodStats at(int line, long mib) {
        return Orders.method("com.acme.Cart", "m" + line, new LineStats(line, 1, mib * MIB, mib * MIB, 0));
    }

    @Test
    void sharesAreOfSelfSoACallerDoesNotCountItsCalleeAgain() {
        session.measure(
                1_000,
                List.of(
                        Orders.method("com.acme.Main", "main", new LineStats(5, 1, 100 * MIB, 0, 0)),
                        Orders.method("com.acme.Cart", "add", new LineStats(9, 1, 100 * MIB, 100 * MIB, 0))));
        assertEquals(List.of("Cart.java:9", "Main.java:5"), titles());
        assertEquals(
                List.of(100 * MIB, 0L), model.rows().stream().map(HotRow::bytes).toList());
        assertEquals(1.0, model.rows().stream().mapToDouble(HotRow::share).sum());
        model.measureProperty().set(Measure.INCREMENT);
        assertEquals(
                List.of(100 * MIB, 100 * MIB),
                model.rows().stream().map(HotRow::bytes).toList());
    }

    @Test
    void aLambdaAndTheLineItStandsOnAreOneRow() {
        session.measure(
                1_000,
                List.of(
                        Orders.method("com.acme.Cart", "add", new LineStats(9, 1, 10 * MIB, MIB, 0)),
                        Orders.method("com.acme.Cart", "lambda$add$0", new LineStats(9, 7, 9 * MIB, 9 * MIB, 0))));
        assertEquals(List.of("Cart.java:9"), titles());
        assertEquals(10 * MIB, model.rows().get(0).increment());
        assertEquals("Cart.add", model.rows().get(0).detail());
    }

    @Test
    void methodsAndClassesAddUpSelf() {
        session.measure(1_000, Orders.methods(1));
        model.segmentProperty().set(Segment.METHODS);
        assertEquals("OrderCache.remember", titles().get(0));
        assertEquals("com.acme.orders", model.rows().get(0).detail());
        model.segmentProperty().set(Segment.CLASSES);
        assertEquals(List.of("OrderCache", "CsvReader", "OrderJson", "PriceTable", "OrderService"), titles());
    }

    @Test
    void threadsAreRowsThatOpenNothing() {
        session.measure(1_000, Orders.methods(1));
        model.segmentProperty().set(Segment.THREADS);
        assertEquals(List.of(), titles());
        assertTrue(model.emptyTextProperty().get().contains("thread"));
        session.measure(Shapes.byThread(
                new ThreadStats("orders-1", 23, false, 1, 10 * MIB),
                new ThreadStats("", 0, true, 1_204, 30 * MIB),
                new ThreadStats("pool-#", 0, false, 12, 20 * MIB)));
        assertEquals(List.of("Virtual threads", "pool-#", "orders-1"), titles());
        assertEquals(
                List.of("virtual, 1\u00a0204 in all", "ended, 12 in all", "id 23"),
                model.rows().stream().map(HotRow::detail).toList());
        assertEquals(0.5, model.rows().get(0).share());
        assertEquals("", HotColumn.OCCURRENCES.text(model.rows().get(0)));
        model.open(model.rows().get(0));
        assertNull(model.lookedAt().getValue());
    }

    @Test
    void searchingLeavesWhatMatches() {
        session.measure(1_000, Orders.methods(1));
        model.queryProperty().set("since");
        assertEquals(List.of("OrderCache.java:38", "OrderCache.java:39"), titles());
        model.queryProperty().set("nothing like it");
        assertTrue(model.emptyTextProperty().get().contains("search"));
        model.queryProperty().set("");
        assertEquals(8, titles().size());
    }

    @Test
    void sortsByTheColumnAskedFor() {
        session.measure(1_000, Orders.methods(1));
        model.sortBy(SortKey.TITLE, false);
        assertEquals("CsvReader.java:77", titles().get(0));
        session.measure(5_000, Orders.methods(2));
        assertEquals("CsvReader.java:77", titles().get(0));
    }

    @Test
    void anEmptyTableSaysWhatToDoNext() {
        assertTrue(model.emptyTextProperty().get().contains("Choose"));
        session.measure(1_000, List.of(Orders.method("com.acme.Cart", "add", LineStats.notRun(9))));
        assertTrue(model.emptyTextProperty().get().startsWith("No profiled line has run yet"));
    }

    @Test
    void openingARowShowsItsLineToAllViews() {
        session.measure(1_000, Orders.methods(1));
        model.open(model.rows().get(0));
        assertEquals(
                SelectedLine.of(Orders.methods(1).get(0), 32),
                shared.selectedLineProperty().get());
    }

    @Test
    void theHottestLineIsOpenedOnceWhenNothingIsChosen() {
        session.measure(1_000, Orders.methods(1));
        assertNull(shared.selectedLineProperty().get());
        session.measure(2_000, Orders.methods(1));
        assertSame(model.rows().get(0), model.lookedAtRow());
        model.open(model.rows().get(3));
        session.measure(4_000, Orders.methods(1));
        assertSame(model.rows().get(3), model.lookedAtRow());
    }

    @Test
    void countersSetBackEmptyTheTable() {
        session.measure(1_000, Orders.methods(1));
        session.measure(1_200, List.of());
        assertEquals(List.of(), titles());
    }

    /** A class of so many lines; the first takes the most, and all grow with the factor. */
    private static List<MethodStats> many(int lines, int factor) {
        List<LineStats> counters = new ArrayList<>();
        for (int line = 1; line <= lines; line++) {
            long bytes = (lines - line + 1) * MIB * factor;
            counters.add(new LineStats(line, factor, bytes, bytes, 0));
        }
        return List.of(
                Orders.method("com.acme.Cart", "add", counters.toArray(LineStats[]::new)),
                Orders.method("com.acme.Cart", "lambda$add$0", new LineStats(1, factor, MIB, MIB * factor, 0)));
    }

    @Test
    void ofVeryManyRowsThoseInSightFollowAtOnceAndTheOthersOnceASecond() {
        model.inSight(() -> model.rows().subList(0, 10));
        session.measure(1_000, many(3_000, 1));
        session.measure(1_100, many(3_000, 2));
        HotRow first = model.rows().get(0);
        HotRow hidden = model.rows().get(2_000);
        assertEquals(2 * 3_001 * MIB, first.self(), "with what the lambda on the line took");
        assertEquals(1, first.bar());
        assertEquals(1_000 * MIB, hidden.self());
        double share = first.share();
        model.catchUp();
        assertEquals(2_000 * MIB, hidden.self());
        assertEquals(share, first.share(), "a share is of all rows, in sight or not");
        session.measure(2_200, many(3_000, 3));
        assertEquals(3_000 * MIB, hidden.self());
    }

    @Test
    void rowsThatComeOrGoDoSoAtOnceHoweverManyThereAre() {
        model.inSight(() -> model.rows().subList(0, Math.min(10, model.rows().size())));
        session.measure(1_000, many(3_000, 1));
        List<MethodStats> more = new ArrayList<>(many(3_000, 2));
        more.add(at(9, 1_000_000));
        session.measure(1_100, more);
        assertEquals(3_000, model.rows().size());
        more.set(2, Orders.method("com.acme.Basket", "add", new LineStats(9, 1, MIB, MIB, 0)));
        session.measure(1_200, more);
        assertEquals(3_001, model.rows().size());
        session.measure(1_300, many(3_000, 0));
        assertEquals(0, model.rows().size(), "set back");
    }
}

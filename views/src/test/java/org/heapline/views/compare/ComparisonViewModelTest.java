package org.heapline.views.compare;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.heapline.profile.Backend;
import org.heapline.profile.Comparison;
import org.heapline.profile.LineStats;
import org.heapline.profile.MethodStats;
import org.heapline.profile.Snapshot;
import org.heapline.profile.TargetInfo;
import org.junit.jupiter.api.Test;

class ComparisonViewModelTest {
    private static final long MIB = 1 << 20;
    private static final String FILE = "com/acme/Cart.java";

    private final ComparisonViewModel model = new ComparisonViewModel(Comparison.of(
            snapshot(line(31, 2, 4 * MIB), line(32, 1, 64)),
            snapshot(line(31, 5, MIB), line(32, 1, 64), line(33, 1, 8 * MIB))));

    @Test
    void theLargestChangeStandsFirstAndWhatIsTheSameIsLeftOut() {
        assertEquals(List.of("Cart.java:33", "Cart.java:31"), places());
        assertEquals(8 * MIB, model.largestChange());
        model.unchangedTooProperty().set(true);
        assertEquals(List.of("Cart.java:33", "Cart.java:31", "Cart.java:32"), places());
    }

    @Test
    void linesAreFoundByPlaceMethodAndCode() {
        model.queryProperty().set("cart.java:31");
        assertEquals(List.of("Cart.java:31"), places());
        model.queryProperty().set("CART.add");
        assertEquals(2, places().size());
        model.queryProperty().set("items.add(33");
        assertEquals(List.of("Cart.java:33"), places());
        model.queryProperty().set("elsewhere");
        assertEquals(List.of(), places());
        model.queryProperty().set("");
        assertEquals(2, places().size());
    }

    @Test
    void rowsAreCopiedAlignedAndAsRecords() {
        String text = ComparedText.aligned(model.shown());
        assertEquals(3, text.lines().count());
        assertTrue(text.contains("4.000            1.000           -3.000           +3  Cart.java:31  Cart.add"), text);
        String csv = ComparedText.csv(model.shown());
        assertTrue(csv.endsWith("com.acme.Cart,add,com/acme/Cart.java,31,shrunk,4194304,1048576,-3145728,3\n"), csv);
        assertTrue(csv.contains(",33,new,0,8388608,8388608,1\n"), csv);
    }

    private List<String> places() {
        return model.shown().stream().map(ComparedLine::place).toList();
    }

    private static Snapshot snapshot(LineStats... lines) {
        String source = IntStream.rangeClosed(1, 40)
                .mapToObj(line -> "items.add(" + line + ")")
                .collect(joining("\n"));
        return new Snapshot(
                new TargetInfo(1, "shop", "17"),
                Backend.ALLOCATED,
                Instant.EPOCH,
                Duration.ofSeconds(1),
                true,
                List.of(new MethodStats("com.acme.Cart", "add", "()V", FILE, "", List.of(lines))),
                List.of(),
                null,
                List.of(),
                Map.of(FILE, source));
    }

    private static LineStats line(int number, long occurrences, long bytes) {
        return new LineStats(number, occurrences, bytes, bytes, 0);
    }
}

package org.heapline.views.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.heapline.views.fake.Orders;
import org.junit.jupiter.api.Test;

class TextSearchTest {
    private final List<SourceLine> lines =
            SourceText.of("", "", false, Orders.cacheSource()).lines();

    @Test
    void findsLargeAndSmallLettersAlike() {
        TextSearch search = TextSearch.of("SEEN.PUT", lines);
        assertEquals(List.of(new TextSearch.Hit(33, 8)), search.hits());
        assertEquals(List.of(8), search.columns(33));
    }

    @Test
    void goesRoundAtBothEnds() {
        TextSearch search = TextSearch.of("seen", lines);
        int last = search.hits().size() - 1;
        int lastLine = search.hits().get(last).line();
        assertEquals(0, search.from(lastLine, true));
        assertEquals(last, search.from(1, false));
        assertEquals(1, search.from(search.hits().get(0).line(), true));
    }

    @Test
    void nothingIsFoundForNothing() {
        assertEquals(-1, TextSearch.of("", lines).atOrAfter(1));
        assertEquals(-1, TextSearch.of("nowhere", lines).from(5, true));
    }
}

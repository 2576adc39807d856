package org.heapline.client.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.heapline.profile.LineStats;
import org.heapline.protocol.ProfiledMethod;
import org.junit.jupiter.api.Test;

class MeasuredLinesTest {
    private final MeasuredLines lines = new MeasuredLines();

    private static ProfiledMethod method(int id, String name) {
        return new ProfiledMethod(id, "com.acme.Cart", name, "()V", "com/acme/Cart.java", "", new int[] {12});
    }

    private List<LineStats> linesOf(int index) {
        return lines.methods().get(index).lines();
    }

    @Test
    void keepsCountingWhenANewAgentBeginsAtZero() {
        lines.define(method(0, "add"));
        lines.define(method(1, "remove"));
        lines.apply(new long[] {1, 0, 12, 5, 800, 700, 4096, 1, 12, 1, 10, 10, 50});

        lines.agentChanged();
        lines.define(method(0, "remove"));
        lines.define(method(1, "clear"));
        lines.define(method(2, "add"));
        lines.apply(new long[] {1, 2, 12, 2, 100, 100, 9000, 1, 12, 3, 30, 30, 60});

        assertEquals(
                List.of("add", "remove", "clear"),
                lines.methods().stream().map(m -> m.method()).toList());
        assertEquals(List.of(new LineStats(12, 7, 900, 800, 9000)), linesOf(0));
        assertEquals(List.of(new LineStats(12, 1, 10, 10, 50)), linesOf(1));
        assertEquals(List.of(new LineStats(12, 3, 30, 30, 60)), linesOf(2));
    }

    @Test
    void keepsMethodsOfTheSameNameFromTwoLoadersApart() {
        lines.define(method(0, "add"));
        lines.define(method(1, "add"));
        lines.apply(new long[] {1, 0, 12, 1, 10, 10, 50, 1, 12, 2, 20, 20, 50});
        assertEquals(2, lines.methods().size());
        lines.agentChanged();
        lines.define(method(0, "add"));
        lines.define(method(1, "add"));
        lines.apply(new long[] {1, 1, 12, 1, 1, 1, 1});
        assertEquals(2, lines.methods().size());
        assertEquals(21, linesOf(1).get(0).incrementBytes());
    }

    @Test
    void resetForgetsWhatEarlierAgentsCounted() {
        lines.define(method(0, "add"));
        lines.apply(new long[] {1, 0, 12, 5, 800, 700, 4096});
        lines.agentChanged();
        lines.define(method(0, "add"));
        lines.reset();
        lines.apply(new long[] {2, 0, 12, 1, 8, 8, 40});
        assertEquals(List.of(new LineStats(12, 1, 8, 8, 40)), linesOf(0));
    }
}

package org.heapline.views.source;

import java.util.ArrayDeque;
import java.util.Deque;
import org.heapline.views.session.SelectedLine;
import org.jspecify.annotations.Nullable;

/** The places that were looked at, to go back to. */
final class Visited {
    private static final int MOST = 100;

    private final Deque<SelectedLine> before = new ArrayDeque<>();
    private final Deque<SelectedLine> after = new ArrayDeque<>();

    /** A place is left for another one. */
    void left(SelectedLine place) {
        before.push(place);
        after.clear();
        if (before.size() > MOST) {
            before.removeLast();
        }
    }

    /** The place before the present one, or null. */
    @Nullable
    SelectedLine back(SelectedLine now) {
        return move(before, after, now);
    }

    /** The place from which one went back, or null. */
    @Nullable
    SelectedLine forward(SelectedLine now) {
        return move(after, before, now);
    }

    private static @Nullable SelectedLine move(Deque<SelectedLine> from, Deque<SelectedLine> to, SelectedLine now) {
        SelectedLine there = from.poll();
        if (there != null) {
            to.push(now);
        }
        return there;
    }

    boolean canGoBack() {
        return !before.isEmpty();
    }
}

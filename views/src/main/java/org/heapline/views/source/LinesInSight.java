package org.heapline.views.source;

import java.util.function.IntSupplier;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;

/** Scrolls a text so that a line can be seen, and keeps it there when the text gets other room. Lines count from 1. */
final class LinesInSight {
    private final ListView<?> lines;
    private final IntSupplier kept;
    private int waiting;

    /** @param kept the line that stays in sight while something takes room from the text; 0 for none */
    LinesInSight(ListView<?> lines, IntSupplier kept) {
        this.lines = lines;
        this.kept = kept;
        lines.heightProperty().addListener((property, was, is) -> roomChanged());
    }

    private void roomChanged() {
        if (waiting > 0) {
            int line = waiting;
            waiting = 0;
            reveal(line);
        } else if (kept.getAsInt() > 0) {
            reveal(kept.getAsInt());
        }
    }

    /** Scrolls only if the line is out of sight, and then into the upper third: what follows matters most. */
    void reveal(int line) {
        if (lines.getHeight() < lines.getFixedCellSize()) {
            waiting = line;
            return;
        }
        // Another text has another number of lines, which the list only takes in as it is laid out.
        lines.layout();
        int index = line - 1;
        int visible = room();
        if (lines.lookup(".virtual-flow") instanceof VirtualFlow<?> flow && flow.getFirstVisibleCell() != null) {
            int first = flow.getFirstVisibleCell().getIndex();
            int last = flow.getLastVisibleCell().getIndex();
            if (index > first && index < last - 1) {
                return;
            }
            visible = last - first;
        }
        lines.scrollTo(Math.max(0, index - visible / 3));
    }

    /** Scrolls the line into the middle, wherever it is. */
    void centre(int line) {
        lines.scrollTo(Math.max(0, line - 1 - room() / 2));
    }

    private int room() {
        return (int) (lines.getHeight() / lines.getFixedCellSize());
    }
}

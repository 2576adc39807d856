package org.heapline.views.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/** The whole text at a glance: a mark for each hot line, where it stands. A click goes there. */
final class OverviewRuler extends Region {
    private static final double MARK = 3;

    /** What a mark shows beside the heats: the line at which a thread is stopped. */
    private static final int STOPPED = Heat.MAX + 1;

    private final SourceViewModel model;
    private final List<Region> marks = new ArrayList<>();
    private int lines;
    private int[] drawn = {};

    OverviewRuler(SourceViewModel model, IntConsumer goTo) {
        this.model = model;
        getStyleClass().add("overview-ruler");
        setOnMousePressed(event -> goTo.accept(lineAt(event)));
        setOnMouseDragged(event -> goTo.accept(lineAt(event)));
    }

    private int lineAt(MouseEvent event) {
        int line = (int) (event.getY() / Math.max(1, getHeight()) * lines) + 1;
        return Math.max(1, Math.min(lines, line));
    }

    /** Draws another text. */
    void lines(int count) {
        lines = count;
        drawn = new int[0];
        refresh();
    }

    /** Draws the marks that have changed. */
    void refresh() {
        int[] levels = levels();
        if (!Arrays.equals(levels, drawn)) {
            drawn = levels;
            requestLayout();
        }
    }

    private int[] levels() {
        int slots = (int) (getHeight() / MARK);
        int[] levels = new int[Math.max(0, slots)];
        if (lines == 0 || slots <= 0) {
            return levels;
        }
        for (int line : model.ran()) {
            raise(levels, line, model.heat(line));
        }
        raise(levels, model.stoppedLineProperty().get(), STOPPED);
        return levels;
    }

    /** A text shorter than the ruler does not fill it up: its marks stand where its lines stand in proportion. */
    private void raise(int[] levels, int line, int level) {
        if (line >= 1 && line <= lines) {
            int slot = (int) ((line - 1L) * levels.length / lines);
            levels[slot] = Math.max(levels[slot], level);
        }
    }

    @Override
    protected void layoutChildren() {
        int[] levels = levels();
        drawn = levels;
        int used = 0;
        for (int slot = 0; slot < levels.length; slot++) {
            if (levels[slot] > 0) {
                Node mark = mark(used++);
                HeatStyles.heat(mark, levels[slot]);
                mark.pseudoClassStateChanged(HeatStyles.STOPPED, levels[slot] == STOPPED);
                mark.resizeRelocate(3, slot * MARK, getWidth() - 5, MARK);
            }
        }
        for (int i = 0; i < marks.size(); i++) {
            marks.get(i).setVisible(i < used);
        }
    }

    private Node mark(int index) {
        while (marks.size() <= index) {
            Region mark = new Region();
            mark.setManaged(false);
            mark.getStyleClass().add("mark");
            marks.add(mark);
            getChildren().add(mark);
        }
        return marks.get(index);
    }
}

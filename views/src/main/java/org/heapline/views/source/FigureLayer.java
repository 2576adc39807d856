package org.heapline.views.source;

import javafx.scene.Group;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;

/**
 * What lies over the text and shows the figures of its lines.
 *
 * <p>Where more than twelve children of one node have changed, JavaFX draws all of that node. Figures in the rows of a list
 * would so have the whole text drawn with its colours, ten times a second; here they are children of small groups, and the
 * columns in which figures have moved are drawn alone.
 */
final class FigureLayer extends Pane {
    private static final int GROUP = 8;

    private final Rectangle clip = new Rectangle();
    private Group last = new Group();

    FigureLayer() {
        setMouseTransparent(true);
        setClip(clip);
        getStyleClass().add("figure-layer");
        add(last);
    }

    private void add(Group group) {
        group.setManaged(false);
        group.setAutoSizeChildren(false);
        getChildren().add(group);
        last = group;
    }

    /** Takes the figures of one row of the list. */
    void add(LineFigures figures) {
        if (last.getChildren().size() == GROUP) {
            add(new Group());
        }
        last.getChildren().add(figures);
    }

    @Override
    protected void layoutChildren() {
        clip.setWidth(getWidth());
        clip.setHeight(getHeight());
    }
}

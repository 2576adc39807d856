package org.heapline.views.fx;

import javafx.geometry.Bounds;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextBoundsType;

/**
 * A text at the right end of a room, in its middle. It stands where a label would, but places itself: when a label gets
 * another text, everything around it is laid out and styled anew, and tables have hundreds of figures that move ten times
 * a second.
 */
public final class RightText extends Text {
    private final Region around;
    private double right;
    private double height;

    /** @param around what it stands in; its pixels are those the text is fitted to */
    public RightText(Region around, String... styleClasses) {
        this.around = around;
        setManaged(false);
        setBoundsType(TextBoundsType.LOGICAL_VERTICAL_CENTER);
        getStyleClass().addAll(styleClasses);
        fontProperty().addListener(changed -> place());
    }

    /** Writes another text. */
    public void write(String text) {
        if (!text.equals(getText())) {
            setText(text);
            place();
        }
    }

    /** Stands left of a place from now on, and in the middle of a height, pixels. */
    public void standIn(double newRight, double newHeight) {
        right = newRight;
        height = newHeight;
        place();
    }

    private void place() {
        Bounds bounds = getLayoutBounds();
        double x = right - around.snapSizeX(bounds.getWidth());
        double y = (height - around.snapSizeY(bounds.getHeight())) / 2;
        relocate(around.snapPositionX(x), around.snapPositionY(y));
    }
}

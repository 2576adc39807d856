package org.heapline.views.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.concurrent.TimeUnit;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class RightTextTest {
    private final Pane around = new Pane();

    @BeforeAll
    static void toolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    private static void onFx(Runnable test) throws Exception {
        WaitForAsyncUtils.asyncFx(test).get(60, TimeUnit.SECONDS);
    }

    @Test
    void endsAtItsPlaceWhateverIsWritten() throws Exception {
        onFx(() -> {
            RightText text = new RightText(around, "figure");
            text.standIn(120, 24);
            for (String each : new String[] {"7", "11 418.3", ""}) {
                text.write(each);
                assertEquals(120, text.getBoundsInParent().getMaxX(), 1.5, each);
            }
        });
    }

    @Test
    void staysInTheMiddleOfItsHeight() throws Exception {
        onFx(() -> {
            RightText text = new RightText(around);
            text.write("42");
            text.standIn(60, 40);
            double above = text.getLayoutBounds().getMinY() + text.getLayoutY();
            double below = 40 - (text.getLayoutBounds().getMaxY() + text.getLayoutY());
            assertEquals(above, below, 1.5);
        });
    }

    @Test
    void isNoMatterOfTheLayoutAround() throws Exception {
        onFx(() -> {
            RightText text = new RightText(around, "figure", "muted");
            assertFalse(text.isManaged());
            assertEquals(2, text.getStyleClass().size());
        });
    }
}

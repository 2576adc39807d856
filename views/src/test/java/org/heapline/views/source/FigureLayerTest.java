package org.heapline.views.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import javafx.geometry.Bounds;
import javafx.scene.Group;
import javafx.scene.Node;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class FigureLayerTest {
    @BeforeAll
    static void toolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    private static void onFx(Runnable test) throws Exception {
        WaitForAsyncUtils.asyncFx(test).get(60, TimeUnit.SECONDS);
    }

    @Test
    void figuresStandInGroupsSoSmallThatEachIsDrawnAlone() throws Exception {
        onFx(() -> {
            FigureLayer layer = new FigureLayer();
            GutterWidths widths = new GutterWidths();
            for (int row = 0; row < 20; row++) {
                layer.add(new LineFigures(widths));
            }
            int rows = 0;
            for (Node node : layer.getChildren()) {
                int count = ((Group) node).getChildren().size();
                assertTrue(count <= 8, count + " in one group");
                rows += count;
            }
            assertEquals(20, rows);
            assertEquals(3, layer.getChildren().size());
        });
    }

    @Test
    void nothingStandsOutOfTheLayerOrTakesTheMouse() throws Exception {
        onFx(() -> {
            FigureLayer layer = new FigureLayer();
            layer.resize(300, 200);
            layer.layout();
            Bounds clip = layer.getClip().getLayoutBounds();
            assertEquals(300, clip.getWidth());
            assertEquals(200, clip.getHeight());
            assertTrue(layer.isMouseTransparent());
        });
    }
}

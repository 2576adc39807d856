package org.heapline.views.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import org.heapline.profile.TimelineSample;
import org.heapline.views.charts.FinePicture;
import org.heapline.views.charts.OverlaidTimelines;
import org.heapline.views.fake.Shapes;
import org.heapline.views.theme.Theme;
import org.heapline.views.theme.Themes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/** Charts in pictures finer than the screen. */
class FinePictureTest {
    private static final int WIDTH = 600;
    private static final int HEIGHT = 200;

    @BeforeAll
    static void toolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void aLineOfOnePixelIsTwoPixelsWideAndSharp() throws Exception {
        FutureTask<WritableImage> drawn = new FutureTask<>(() -> {
            List<TimelineSample> samples = Shapes.leak(Duration.ofSeconds(20));
            OverlaidTimelines chart = new OverlaidTimelines(samples, samples, new Themes(Theme.LIGHT));
            Scene scene = new Scene(chart, WIDTH, HEIGHT);
            scene.snapshot(null);
            WritableImage image = FinePicture.of(chart, 2);
            Canvas canvas = (Canvas) chart.getChildrenUnmodifiable().get(0);
            assertEquals(WIDTH, canvas.getWidth());
            return image;
        });
        Platform.runLater(drawn);
        WritableImage image = drawn.get(60, TimeUnit.SECONDS);
        assertEquals(2 * WIDTH, image.getWidth());
        // A line of the grid that was drawn at half the size would be blurred over more pixels.
        assertTrue(lines(image) >= 2, lines(image) + " lines of exactly two pixels");
    }

    /** How many runs of exactly two pixels there are in a column that only the grid crosses. */
    private static int lines(WritableImage image) {
        PixelReader pixels = image.getPixelReader();
        int x = 2 * (WIDTH - 17);
        int ground = pixels.getArgb(0, 0);
        int found = 0;
        int run = 0;
        for (int y = 0; y < 2 * HEIGHT; y++) {
            if (pixels.getArgb(x, y) != ground) {
                run++;
            } else {
                found += run == 2 ? 1 : 0;
                run = 0;
            }
        }
        return found;
    }
}

package org.heapline.tests.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.heapline.tests.harness.TestFolder;

/** How a window looked at one moment. */
record Picture(WritableImage image) {
    private static final int STEP = 8;

    static Picture of(Scene scene) {
        return new Picture(Screen.onFx(() -> scene.snapshot(null)));
    }

    /** Puts it into the folder of the tests, for people to look at. */
    Path save(String name) {
        Path png = TestFolder.shared("journeys").resolve(name + ".png");
        try {
            ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", png.toFile());
            return png;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How light it is on the whole: 0 black, 1 white. Few points are enough to tell day from night. */
    double brightness() {
        double sum = 0;
        int points = 0;
        for (int y = 0; y < image.getHeight(); y += STEP) {
            for (int x = 0; x < image.getWidth(); x += STEP) {
                sum += image.getPixelReader().getColor(x, y).getBrightness();
                points++;
            }
        }
        return sum / points;
    }
}

package org.heapline.views.shell;

import java.util.Objects;
import javafx.scene.image.Image;
import javafx.stage.Stage;

/** The icon of all windows. */
final class WindowIcons {
    private static final int[] SIZES = {16, 32, 48, 128, 256};

    private WindowIcons() {}

    static void on(Stage stage) {
        for (int size : SIZES) {
            stage.getIcons()
                    .add(new Image(Objects.requireNonNull(
                            WindowIcons.class.getResourceAsStream("/org/heapline/icons/heapline-" + size + ".png"))));
        }
    }
}

package org.heapline.views.hotlines;

import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.util.Duration;

/**
 * Lights a figure up when it moves after it had stood still, and lets the light fade. What moves all the time is not
 * lit: it would never stop.
 */
final class Flash {
    private static final long STILL_NANOS = 2_000_000_000L;
    private static final PseudoClass[] STEPS = {
        PseudoClass.getPseudoClass("changed-1"),
        PseudoClass.getPseudoClass("changed-2"),
        PseudoClass.getPseudoClass("changed-3")
    };

    private final Node node;
    private final Timeline fading = new Timeline();
    private long movedAt = System.nanoTime();

    Flash(Node node) {
        this.node = node;
        for (int step = STEPS.length; step >= 0; step--) {
            int level = step;
            fading.getKeyFrames()
                    .add(new KeyFrame(Duration.millis(350.0 * (STEPS.length - step)), event -> show(level)));
        }
    }

    /** The figure has moved. */
    void moved() {
        long now = System.nanoTime();
        if (now - movedAt > STILL_NANOS && node.getScene() != null) {
            fading.playFromStart();
        }
        movedAt = now;
    }

    /** Another figure is shown. */
    void forget() {
        fading.stop();
        movedAt = System.nanoTime();
        show(0);
    }

    private void show(int level) {
        for (int step = 1; step <= STEPS.length; step++) {
            node.pseudoClassStateChanged(STEPS[step - 1], step == level);
        }
    }
}

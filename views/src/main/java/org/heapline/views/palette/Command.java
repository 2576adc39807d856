package org.heapline.views.palette;

import java.util.function.BooleanSupplier;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/**
 * Something that the window can do.
 *
 * @param key its name below {@code command.} in the messages
 * @param keys what to press, or null
 * @param possible whether it can be done now
 * @param action does it; on the JavaFX thread
 */
public record Command(String key, @Nullable KeyCombination keys, BooleanSupplier possible, Runnable action) {
    /** Something that can always be done. */
    public static Command always(String key, @Nullable KeyCombination keys, Runnable action) {
        return new Command(key, keys, () -> true, action);
    }

    /** What to press, as it is written on the keys; empty if nothing. */
    String keysText() {
        return keys == null ? "" : keys.getDisplayText();
    }

    /** Does it, if it can be done now. */
    public void run() {
        if (possible.getAsBoolean()) {
            action.run();
        }
    }
}

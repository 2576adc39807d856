package org.heapline.views.fx;

import java.util.Map;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;

/** Text for other programs. */
public final class PlainText {
    private PlainText() {}

    /** Puts a text on the clipboard. On the JavaFX thread. */
    public static void copy(String text) {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
    }
}

package org.heapline.views.source;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.layout.Pane;
import javafx.scene.text.Text;
import org.heapline.profile.source.Token;
import org.jspecify.annotations.Nullable;

/**
 * The coloured text of a line. Its stretches are kept by kind and only get other words: a new node costs ten times what
 * a new text does, and rows get new lines whenever the text is scrolled.
 */
final class CodeText extends Pane {
    /** From here on the code font has not every character, and what stands in for it may be wider. */
    private static final char ODD = '\u0250';

    /** By the ordinal of their kind. */
    private final List<List<Text>> stretches = new ArrayList<>();

    private final List<Text> shown = new ArrayList<>();
    private @Nullable SourceLine now;
    private boolean odd;
    private double figure;

    CodeText() {
        setMouseTransparent(true);
        for (int kind = 0; kind < Token.Kind.values().length; kind++) {
            stretches.add(new ArrayList<>());
        }
    }

    /** Shows another line. */
    void show(SourceLine line) {
        if (line.equals(now)) {
            return;
        }
        now = line;
        String text = line.text();
        odd = text.chars().anyMatch(c -> c >= ODD);
        shown.forEach(stretch -> stretch.setVisible(false));
        shown.clear();
        int[] used = new int[Token.Kind.values().length];
        for (Token token : line.tokens()) {
            String words = text.substring(token.start(), token.end());
            if (!words.isBlank()) {
                Text stretch = stretch(token.kind(), used[token.kind().ordinal()]++);
                stretch.setText(words);
                stretch.setUserData(token);
                stretch.setVisible(true);
                shown.add(stretch);
            }
        }
        place();
    }

    /** Places the text anew where a character is so wide, pixels. */
    void figure(double pixels) {
        if (figure != pixels) {
            figure = pixels;
            place();
        }
    }

    private Text stretch(Token.Kind kind, int index) {
        List<Text> known = stretches.get(kind.ordinal());
        if (index < known.size()) {
            return known.get(index);
        }
        Text made = new Text();
        made.setManaged(false);
        made.setTextOrigin(VPos.CENTER);
        made.getStyleClass().addAll("code-text", kind.styleClass());
        known.add(made);
        getChildren().add(made);
        return made;
    }

    /** All characters are as wide as a figure, or else stretches stand behind each other. */
    private void place() {
        double middle = Math.round(getHeight() / 2);
        double end = 0;
        int at = 0;
        for (Text stretch : shown) {
            Token token = (Token) stretch.getUserData();
            double x = odd ? end + (token.start() - at) * figure : token.start() * figure;
            stretch.setLayoutX(x);
            stretch.setLayoutY(middle);
            if (odd) {
                at = token.end();
                end = x + stretch.getLayoutBounds().getWidth();
            }
        }
    }

    @Override
    protected void layoutChildren() {
        place();
    }
}

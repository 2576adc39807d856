package org.heapline.tests.journeys;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.text.Text;
import org.heapline.views.source.SourceLine;
import org.jspecify.annotations.Nullable;

/** What a user reads in the source of the tab in front: figures, the line that stands still, words. */
final class SourceOnScreen {
    private static final PseudoClass STOPPED = PseudoClass.getPseudoClass("stopped");

    private final Screen screen;

    SourceOnScreen(Screen screen) {
        this.screen = screen;
    }

    /** Increment and occurrences beside a line of the source, as they are written there; blank before it ran. */
    record Figures(String increment, String occurrences) {}

    Figures figuresOf(int line) {
        return Screen.onFx(() -> {
            Optional<Node> beside = screen.all(".line-figures")
                    .filter(node -> node.getUserData().equals(line))
                    .findFirst();
            return new Figures(text(beside, ".increment"), text(beside, ".occurrences"));
        });
    }

    void awaitFigures(int line, String increment, String occurrences) {
        Figures wanted = new Figures(increment, occurrences);
        screen.until(wanted + " beside line " + line, () -> figuresOf(line).equals(wanted), () -> figuresOf(line)
                .toString());
    }

    private static String text(Optional<Node> parent, String styleClass) {
        return parent.map(node -> node.lookup(styleClass))
                .map(node -> ((Text) node).getText())
                .orElse("");
    }

    /** Waits until a line of the source is marked as the one at which the program stands. */
    void awaitStoppedAt(int line) {
        screen.until("the source to be shown", () -> screen.isShowing("#source-lines"));
        screen.until("the program to stand at line " + line, () -> {
            Node row = row(line);
            return row != null && row.getPseudoClassStates().contains(STOPPED);
        });
    }

    /** Waits for a word in a line and says where its middle is on the screen. */
    Point2D awaitWord(int line, String word) {
        screen.until(word + " in line " + line, () -> word(line, word).isPresent());
        return Screen.onFx(() -> word(line, word).orElseThrow());
    }

    /** The text of the source is as wide in each character. */
    private Optional<Point2D> word(int line, String word) {
        return Optional.ofNullable(row(line)).flatMap(row -> row.lookupAll(".code-text").stream()
                .filter(node -> node.isVisible()
                        && node instanceof Text text
                        && text.getText().contains(word))
                .findFirst()
                .map(node -> {
                    String text = ((Text) node).getText();
                    Bounds bounds = node.localToScreen(node.getBoundsInLocal());
                    double part = (text.indexOf(word) + word.length() / 2.0) / text.length();
                    return new Point2D(bounds.getMinX() + part * bounds.getWidth(), bounds.getCenterY());
                }));
    }

    private @Nullable Node row(int line) {
        return screen.cells("#source-lines", SourceLine.class, text -> text.number() == line).stream()
                .map(cell -> cell.lookup(".source-row"))
                .findFirst()
                .orElse(null);
    }
}

package org.heapline.views.source;

import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.heapline.views.fx.Fxml;
import org.heapline.views.text.Messages;
import org.heapline.views.theme.Styles;

/** The line in which a text is searched: Enter goes to the next place, Shift and Enter to the one before. */
final class FindBar {
    private final SourceViewModel model;
    private final Consumer<Integer> goTo;
    private final Runnable closed;
    private final HBox root;

    @FXML
    private TextField query;

    @FXML
    private Label count;

    /**
     * @param goTo shows a line
     * @param closed takes the cursor back
     */
    FindBar(SourceViewModel model, Consumer<Integer> goTo, Runnable closed) {
        this.model = model;
        this.goTo = goTo;
        this.closed = closed;
        root = Fxml.load(this, "find-bar.fxml");
        query.textProperty().addListener((property, was, is) -> {
            TextSearch search = model.find(is);
            show(search, search.atOrAfter(Math.max(1, model.line())));
        });
        query.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        visible(false);
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            step(!event.isShiftDown());
            event.consume();
        }
    }

    private void step(boolean down) {
        show(model.search(), model.search().from(model.line(), down));
    }

    private void show(TextSearch search, int hit) {
        boolean missing = hit < 0 && !search.query().isEmpty();
        query.pseudoClassStateChanged(Styles.INVALID, missing);
        if (hit >= 0) {
            count.setText(
                    Messages.text("source.find.count", hit + 1, search.hits().size()));
            goTo.accept(search.hits().get(hit).line());
        } else {
            count.setText(missing ? Messages.text("source.find.none") : "");
        }
    }

    void open() {
        visible(true);
        query.requestFocus();
        query.selectAll();
        model.find(query.getText());
    }

    @FXML
    private void next() {
        step(true);
    }

    @FXML
    private void previous() {
        step(false);
    }

    @FXML
    private void close() {
        visible(false);
        model.find("");
        closed.run();
    }

    private void visible(boolean shown) {
        root.setVisible(shown);
        root.setManaged(shown);
    }

    Parent node() {
        return root;
    }
}

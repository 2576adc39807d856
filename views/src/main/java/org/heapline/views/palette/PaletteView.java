package org.heapline.views.palette;

import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.heapline.views.fx.Fxml;
import org.heapline.views.theme.Styles;
import org.jspecify.annotations.Nullable;

/** The palette over the window: type, choose with the arrows, Enter does it, Escape goes. */
public final class PaletteView {
    private static final int LEAST_ROWS = 2;
    private static final int MOST_ROWS = 11;
    private static final double BORDER = 2;

    private final PaletteViewModel model;
    private final StackPane root;
    private @Nullable Node before;

    @FXML
    private TextField query;

    @FXML
    private ListView<Entry> list;

    public PaletteView(PaletteViewModel model) {
        this.model = model;
        root = Fxml.load(this, "palette.fxml");
        query.textProperty().bindBidirectional(model.queryProperty());
        list.setItems(model.entries());
        list.setCellFactory(view -> new EntryCell());
        // No taller than what was found.
        list.prefHeightProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> list.getFixedCellSize()
                                        * Math.max(
                                                LEAST_ROWS,
                                                Math.min(
                                                        MOST_ROWS,
                                                        list.getItems().size()))
                                + BORDER,
                        list.getItems(),
                        list.fixedCellSizeProperty()));
        list.setOnMouseClicked(event -> run());
        query.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        query.focusedProperty().addListener((property, was, is) -> {
            if (!is && !list.isFocused()) {
                close();
            }
        });
        model.queryProperty().addListener(changed -> list.getSelectionModel().selectFirst());
        root.setOnMousePressed(event -> {
            if (event.getTarget() == root) {
                close();
            }
        });
        root.setVisible(false);
    }

    /** Shows the palette with a text in its field. */
    public void open(String text) {
        before = root.getScene().getFocusOwner();
        model.open(text);
        root.setVisible(true);
        query.requestFocus();
        query.end();
        list.getSelectionModel().selectFirst();
    }

    private void key(KeyEvent event) {
        int step = event.getCode() == KeyCode.DOWN ? 1 : event.getCode() == KeyCode.UP ? -1 : 0;
        if (step != 0) {
            int last = list.getItems().size() - 1;
            int next = Math.max(0, Math.min(last, list.getSelectionModel().getSelectedIndex() + step));
            list.getSelectionModel().select(next);
            list.scrollTo(Math.max(0, next - 4));
        } else if (event.getCode() == KeyCode.ENTER) {
            run();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            close();
        } else {
            return;
        }
        event.consume();
    }

    private void run() {
        Entry chosen = list.getSelectionModel().getSelectedItem();
        close();
        if (chosen != null) {
            chosen.action().run();
        }
    }

    private void close() {
        if (root.isVisible()) {
            root.setVisible(false);
            Node back = before;
            if (back != null) {
                back.requestFocus();
            }
        }
    }

    public Parent node() {
        return root;
    }

    private static final class EntryCell extends ListCell<Entry> {
        private final Label text = new Label();
        private final Label detail = new Label();
        private final Region gap = new Region();
        private final HBox both = new HBox(text, gap, detail);

        EntryCell() {
            HBox.setHgrow(gap, Priority.ALWAYS);
            detail.getStyleClass().addAll(Styles.MUTED, Styles.SMALL);
            detail.setMinWidth(Region.USE_PREF_SIZE);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            if (empty || entry == null) {
                setGraphic(null);
                return;
            }
            text.setText(entry.text());
            detail.setText(entry.detail());
            setGraphic(both);
        }
    }
}

package org.heapline.views.notices;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import org.heapline.views.fx.Fxml;
import org.heapline.views.fx.PlainText;
import org.heapline.views.theme.Styles;
import org.jspecify.annotations.Nullable;

/** The notices over the window: Escape or a click beside them goes, Ctrl+C copies. */
public final class NoticeLogView {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final NoticeLog log;
    private final StackPane root;
    private @Nullable Node before;

    @FXML
    private ListView<PastNotice> list;

    public NoticeLogView(NoticeLog log) {
        this.log = log;
        root = Fxml.load(this, "notice-log.fxml");
        list.setItems(log.notices());
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setCellFactory(view -> new NoticeCell());
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        root.setOnMousePressed(event -> {
            if (event.getTarget() == root) {
                close();
            }
        });
        root.setVisible(false);
    }

    /** Shows the notices. */
    public void open() {
        before = root.getScene().getFocusOwner();
        root.setVisible(true);
        list.requestFocus();
        log.read();
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            close();
        } else if (COPY.match(event)) {
            copy();
        } else {
            return;
        }
        event.consume();
    }

    /** The chosen notices, or all of them. */
    @FXML
    private void copy() {
        var chosen = list.getSelectionModel().getSelectedItems();
        PlainText.copy(NoticeLog.text(chosen.isEmpty() ? log.notices() : chosen));
    }

    @FXML
    private void close() {
        root.setVisible(false);
        log.read();
        Node back = before;
        if (back != null) {
            back.requestFocus();
        }
    }

    public Parent node() {
        return root;
    }

    private static final class NoticeCell extends ListCell<PastNotice> {
        private final Circle dot = new Circle(4);
        private final Label time = new Label();
        private final Label text = new Label();
        private final Label from = new Label();
        private final HBox row = new HBox(dot, time, new VBox(text, from));

        NoticeCell() {
            dot.getStyleClass().add("state-dot");
            time.getStyleClass().addAll(Styles.MUTED, Styles.SMALL, "notice-time");
            time.setMinWidth(Region.USE_PREF_SIZE);
            text.setWrapText(true);
            from.getStyleClass().addAll(Styles.MUTED, Styles.SMALL);
            row.getStyleClass().add("notice-row");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable PastNotice past, boolean empty) {
            super.updateItem(past, empty);
            if (empty || past == null) {
                setGraphic(null);
                return;
            }
            dot.pseudoClassStateChanged(Styles.LOST, past.failed());
            dot.pseudoClassStateChanged(Styles.LIVE, !past.failed());
            time.setText(NoticeLog.time(past));
            text.setText(past.notice().text());
            from.setText(past.from());
            from.setManaged(!past.from().isEmpty());
            from.setVisible(!past.from().isEmpty());
            setGraphic(row);
        }
    }
}

package org.heapline.views.jvms;

import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.heapline.views.fx.Fxml;
import org.heapline.views.text.Messages;
import org.heapline.views.theme.Themes;

/** The search field and the list of JVMs. */
public final class JvmListView {
    /** What can be done with a JVM of the list. */
    public interface Actions {
        /** Attaches to it, or shows its session if there is one. */
        void open(JvmRow row);

        /** Gives up a running attach. */
        void cancel(JvmRow row);
    }

    /** The height of a row with text of the usual size, in pixels. */
    private static final double ROW = 52;

    private static final double MARGIN = 4;

    private final JvmListViewModel model;
    private final Parent root;

    @FXML
    private TextField search;

    @FXML
    private ListView<JvmRow> list;

    @FXML
    private VBox empty;

    @FXML
    private Label emptyText;

    @FXML
    private Label emptyHint;

    public JvmListView(JvmListViewModel model, Themes themes, Actions actions) {
        this.model = model;
        root = Fxml.load(this, "jvm-list.fxml");
        search.textProperty().bindBidirectional(model.queryProperty());
        list.setItems(model.shown());
        // As high as its rows, so that the snapshots follow at once; it scrolls only where the window is too low.
        list.prefHeightProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> themes.scaleProperty().get()
                                * (ROW * Math.max(1, model.shown().size()) + MARGIN),
                        model.shown(),
                        themes.scaleProperty()));
        list.setCellFactory(view -> new JvmCell(themes, actions));
        list.setOnKeyPressed(event -> {
            JvmRow row = list.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && row != null) {
                actions.open(row);
            }
        });
        search.setOnAction(event -> {
            list.requestFocus();
            list.getSelectionModel().selectFirst();
        });
        empty.visibleProperty().bind(Bindings.isEmpty(model.shown()));
        emptyText
                .textProperty()
                .bind(Bindings.createStringBinding(
                        this::emptyText, model.listedProperty(), model.failureProperty(), model.queryProperty()));
        emptyHint.textProperty().bind(Bindings.createStringBinding(this::emptyHint, emptyText.textProperty()));
    }

    private String emptyText() {
        if (!model.failureProperty().get().isEmpty()) {
            return Messages.text("jvms.failed");
        }
        if (!model.listedProperty().get()) {
            return Messages.text("jvms.looking");
        }
        return Messages.text(model.queryProperty().get().isBlank() ? "jvms.none" : "jvms.no-match");
    }

    private String emptyHint() {
        if (!model.failureProperty().get().isEmpty()) {
            return model.failureProperty().get();
        }
        if (!model.listedProperty().get()) {
            return "";
        }
        return Messages.text(model.queryProperty().get().isBlank() ? "jvms.none.hint" : "jvms.no-match.hint");
    }

    public Parent node() {
        return root;
    }

    /** Puts the cursor into the search field. */
    public void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }
}

package org.heapline.views.paused;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.heapline.views.fx.Fxml;
import org.heapline.views.text.Messages;
import org.jspecify.annotations.Nullable;

/** The line above the source that says why the thread stopped, with all that can be done now. Hidden while none is. */
public final class BannerView {
    private final PausedViewModel model;
    private final Runnable heapDump;
    private final Parent root;

    @FXML
    private Label whyLabel;

    @FXML
    private Button stepButton;

    @FXML
    private Button handOverButton;

    @FXML
    private Button resumeButton;

    @FXML
    private Node handedOverRow;

    @FXML
    private TextField handedOverField;

    /** @param heapDump asks for a file and writes a heap dump of the target */
    public BannerView(PausedViewModel model, Runnable heapDump) {
        this.model = model;
        this.heapDump = heapDump;
        this.root = Fxml.load(this, "banner.fxml");
        model.threadProperty().addListener((property, was, is) -> refresh());
        model.handedOverToProperty().addListener((property, was, is) -> refresh());
        refresh();
    }

    /** The view to put above the source. */
    public Parent root() {
        return root;
    }

    @FXML
    private void initialize() {
        whyLabel.textProperty().bind(model.whyProperty());
        Tooltip all = new Tooltip();
        all.textProperty().bind(model.whyProperty());
        whyLabel.setTooltip(all);
        stepButton.disableProperty().bind(model.canStepProperty().not());
        handOverButton.disableProperty().bind(model.canStepProperty().not());
    }

    private void refresh() {
        show(root, model.threadProperty().get() != null);
        @Nullable String typed = model.handedOverToProperty().get();
        boolean stepping = model.inDebugger() && typed == null;
        show(stepButton, stepping);
        show(handOverButton, stepping);
        show(handedOverRow, typed != null);
        handedOverField.setText(typed == null ? "" : typed);
        resumeButton.setText(Messages.text(stepping ? "paused.resume" : "paused.release"));
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    @FXML
    private void step() {
        model.step();
    }

    @FXML
    private void handOver() {
        model.handOver();
    }

    @FXML
    private void dump() {
        heapDump.run();
    }

    @FXML
    private void resume() {
        model.resume();
    }

    @FXML
    private void copyAddress() {
        ClipboardContent content = new ClipboardContent();
        content.putString(handedOverField.getText());
        Clipboard.getSystemClipboard().setContent(content);
    }
}

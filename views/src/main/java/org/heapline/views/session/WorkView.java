package org.heapline.views.session;

import javafx.animation.PauseTransition;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.heapline.views.fx.Fxml;
import org.jspecify.annotations.Nullable;

/** What is going on, how far it is, and a button to cancel it: a part of a status bar. */
public final class WorkView {
    private final PauseTransition patience = new PauseTransition(Duration.millis(400));
    private final WorkViewModel model;
    private final Tooltip why = new Tooltip();

    @FXML
    private HBox box;

    @FXML
    private ProgressBar progress;

    @FXML
    private Label text;

    @FXML
    private Button cancel;

    /** @param id what the ids of the nodes begin with */
    public WorkView(WorkViewModel model, String id) {
        this.model = model;
        Fxml.load(this, "work.fxml");
        box.setId(id + "-work");
        progress.setId(id + "-progress");
        text.setId(id + "-doing");
        cancel.setId(id + "-cancel");
        box.managedProperty().bind(box.visibleProperty());
        cancel.managedProperty().bind(cancel.visibleProperty());
        // What is done in a moment is not worth moving the bar for.
        patience.setOnFinished(event -> box.setVisible(model.shownProperty().get() != null));
        model.shownProperty().addListener((property, was, is) -> show(is));
        show(model.shownProperty().get());
    }

    private void show(WorkViewModel.@Nullable Shown now) {
        if (now == null) {
            patience.stop();
            box.setVisible(false);
            // One that is not seen would still animate.
            progress.setProgress(0);
            return;
        }
        progress.setProgress(now.part());
        text.setText(now.text());
        cancel.setVisible(now.canCancel());
        why.setText(now.whyNot());
        Tooltip.uninstall(box, why);
        if (!now.whyNot().isEmpty()) {
            Tooltip.install(box, why);
        }
        if (now.part() >= 0) {
            patience.stop();
            box.setVisible(true);
        } else if (!box.isVisible()) {
            patience.play();
        }
    }

    @FXML
    private void cancel() {
        model.cancel();
    }

    public Parent node() {
        return box;
    }
}

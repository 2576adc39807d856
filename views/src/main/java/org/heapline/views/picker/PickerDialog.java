package org.heapline.views.picker;

import javafx.scene.Node;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.stage.Window;
import org.heapline.views.session.SessionViewModel;
import org.heapline.views.text.Messages;

/** Asks what is to be profiled, in a window of its own. */
public final class PickerDialog {
    private final Dialog<ButtonType> dialog = new Dialog<>();
    private final PickerViewModel model;
    private final ButtonType apply = new ButtonType(Messages.text("picker.apply"), ButtonBar.ButtonData.OK_DONE);

    private PickerDialog(Window owner, SessionViewModel session) {
        model = new PickerViewModel(session);
        PickerView view = new PickerView(model);
        dialog.initOwner(owner);
        dialog.setTitle(Messages.text("picker.title"));
        dialog.setResizable(true);
        dialog.getDialogPane().setId("picker-dialog");
        dialog.getDialogPane().setContent(view.root());
        dialog.getDialogPane().getButtonTypes().setAll(apply, ButtonType.CANCEL);
        Node applyButton = dialog.getDialogPane().lookupButton(apply);
        applyButton.setId("picker-apply");
        // A half-written pattern that is none would be lost without a word.
        applyButton.disableProperty().bind(model.patternWrongProperty());
        dialog.setOnShown(event -> view.focus());
        dialog.resultProperty().addListener((property, was, is) -> {
            if (is == apply) {
                model.apply();
            }
        });
    }

    /** Opens the dialog and returns at once; applying asks the session for what was chosen. */
    public static void open(Window owner, SessionViewModel session) {
        new PickerDialog(owner, session).dialog.show();
    }
}

package org.heapline.views.limits;

import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.stage.Modality;
import javafx.stage.Window;
import org.heapline.views.session.SessionViewModel;
import org.heapline.views.text.Messages;

/** The limits in a window of their own, beside which the main window goes on. */
public final class LimitsDialog {
    private final Dialog<ButtonType> dialog = new Dialog<>();

    private LimitsDialog(Window owner, SessionViewModel session) {
        LimitsView view = new LimitsView(new LimitsViewModel(session));
        dialog.initOwner(owner);
        dialog.initModality(Modality.NONE);
        dialog.setTitle(Messages.text("limits.title"));
        dialog.setResizable(true);
        dialog.getDialogPane().setId("limits-dialog");
        dialog.getDialogPane().setContent(view.root());
        dialog.getDialogPane().getButtonTypes().setAll(ButtonType.CLOSE);
        dialog.getDialogPane().lookupButton(ButtonType.CLOSE).setId("limits-close");
        dialog.setOnShown(event -> view.focus());
    }

    /** Opens the dialog and returns at once. */
    public static void open(Window owner, SessionViewModel session) {
        new LimitsDialog(owner, session).dialog.show();
    }
}

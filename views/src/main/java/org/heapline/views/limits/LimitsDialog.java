package org.heapline.views.limits;

import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.stage.Modality;
import javafx.stage.Window;
import org.heapline.views.session.SessionViewModel;
import org.heapline.views.text.Messages;

/** The limits in a window of their own, beside which the main window goes on. */
public final class LimitsDialog {
    private LimitsDialog() {}

    /** What the dialog consists of. */
    public static DialogPane pane(LimitsView view) {
        DialogPane pane = new DialogPane();
        pane.setId("limits-dialog");
        pane.setContent(view.root());
        pane.getButtonTypes().setAll(ButtonType.CLOSE);
        pane.lookupButton(ButtonType.CLOSE).setId("limits-close");
        return pane;
    }

    /** Opens the dialog and returns at once. */
    public static void open(Window owner, SessionViewModel session) {
        LimitsView view = new LimitsView(new LimitsViewModel(session));
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.setDialogPane(pane(view));
        dialog.initOwner(owner);
        dialog.initModality(Modality.NONE);
        dialog.setTitle(Messages.text("limits.title"));
        dialog.setResizable(true);
        dialog.setOnShown(event -> view.focus());
        dialog.show();
    }
}

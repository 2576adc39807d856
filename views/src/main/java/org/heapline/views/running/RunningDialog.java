package org.heapline.views.running;

import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.stage.Window;
import org.heapline.views.text.Messages;

/** Asks what becomes of running methods, in a window of its own; cancelling does nothing at all. */
public final class RunningDialog {
    private final Dialog<ButtonType> dialog = new Dialog<>();
    private final ButtonType leaveOut =
            new ButtonType(Messages.text("running.leave-out"), ButtonBar.ButtonData.OK_DONE);
    private final ButtonType anyway = new ButtonType(Messages.text("running.anyway"), ButtonBar.ButtonData.OTHER);

    private RunningDialog(Window owner, RunningQuestion question) {
        dialog.initOwner(owner);
        dialog.setTitle(Messages.text("running.title"));
        DialogPane pane = dialog.getDialogPane();
        pane.setId("running-dialog");
        pane.setContent(new RunningView(question).root());
        pane.getButtonTypes().setAll(leaveOut, anyway, ButtonType.CANCEL);
        pane.lookupButton(leaveOut).setId("running-leave-out");
        pane.lookupButton(anyway).setId("running-anyway");
        pane.lookupButton(ButtonType.CANCEL).setId("running-cancel");
        dialog.resultProperty().addListener((property, was, is) -> {
            if (is == leaveOut) {
                question.leaveOut().run();
            } else if (is == anyway) {
                question.profileAnyway().run();
            }
        });
    }

    /** Opens the dialog and returns at once; the answer runs what the question says. */
    public static void open(Window owner, RunningQuestion question) {
        new RunningDialog(owner, question).dialog.show();
    }
}

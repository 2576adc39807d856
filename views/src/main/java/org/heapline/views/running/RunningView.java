package org.heapline.views.running;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import org.heapline.views.fx.Fxml;
import org.heapline.views.text.Messages;

/** Names the running methods and says what each answer costs. */
public final class RunningView {
    private static final int ROWS = 6;
    private static final double MARGIN = 12;

    private final RunningQuestion question;
    private final Parent root;

    @FXML
    private Label text;

    @FXML
    private ListView<RunningQuestion.Row> methods;

    public RunningView(RunningQuestion question) {
        this.question = question;
        this.root = Fxml.load(this, "running.fxml");
    }

    @FXML
    private void initialize() {
        text.setText(Messages.text("running.text", question.target()));
        methods.setCellFactory(list -> new RunningCell());
        methods.getItems().setAll(question.rows());
        methods.setPrefHeight(Math.min(ROWS, methods.getItems().size()) * methods.getFixedCellSize() + MARGIN);
    }

    /** The view to put into a dialog. */
    public Parent root() {
        return root;
    }
}

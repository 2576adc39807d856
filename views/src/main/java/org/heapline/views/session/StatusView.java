package org.heapline.views.session;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.geometry.Side;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import org.heapline.client.Session.State;
import org.heapline.profile.Problem;
import org.heapline.views.fx.Fxml;
import org.heapline.views.fx.Ties;
import org.heapline.views.text.Messages;
import org.heapline.views.theme.Styles;

/** The status bar of a session. */
public final class StatusView {
    private static final int MOST_PROBLEMS = 30;

    private final StatusViewModel model;
    private final Parent root;

    @FXML
    private Circle dot;

    @FXML
    private Label state;

    @FXML
    private Label backend;

    @FXML
    private HBox costBox;

    @FXML
    private Label cost;

    @FXML
    private Button problems;

    @FXML
    private HBox workBox;

    @FXML
    private Label target;

    /** @param ties let go of the session when the bar does */
    public StatusView(StatusViewModel model, Ties ties) {
        this.model = model;
        root = Fxml.load(this, "status.fxml");
        state.textProperty().bind(model.stateTextProperty());
        backend.textProperty().bind(model.backendProperty());
        cost.textProperty().bind(model.costProperty());
        costBox.visibleProperty().bind(model.costProperty().isNotEmpty());
        costBox.managedProperty().bind(costBox.visibleProperty());
        target.textProperty().bind(model.targetProperty());
        workBox.getChildren().add(new WorkView(model.work(), "status").node());
        problems.textProperty().bind(model.problemsTextProperty());
        problems.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !model.problemsProperty().get().isEmpty(), model.problemsProperty()));
        problems.managedProperty().bind(problems.visibleProperty());
        ties.follow(model.stateProperty(), changed -> colour());
        model.stateTextProperty().addListener(changed -> colour());
        colour();
    }

    private void colour() {
        State now = model.stateProperty().get();
        dot.pseudoClassStateChanged(Styles.LIVE, now == State.ATTACHED);
        dot.pseudoClassStateChanged(Styles.SILENT, now == State.SILENT);
        dot.pseudoClassStateChanged(Styles.LOST, now == State.LOST);
        dot.pseudoClassStateChanged(
                Styles.STOPPED, model.stateTextProperty().get().equals(Messages.text("status.stopped")));
    }

    @FXML
    private void showProblems() {
        List<Problem> found = model.problemsProperty().get();
        VBox list = new VBox();
        list.getStyleClass().add("problems");
        found.stream().limit(MOST_PROBLEMS).forEach(problem -> list.getChildren()
                .add(row(problem)));
        if (found.size() > MOST_PROBLEMS) {
            Label more = new Label(Messages.text("status.problems.more", found.size() - MOST_PROBLEMS));
            more.getStyleClass().addAll(Styles.SMALL, Styles.MUTED);
            list.getChildren().add(more);
        }
        CustomMenuItem item = new CustomMenuItem(list, false);
        item.getStyleClass().add("plain-item");
        new ContextMenu(item).show(problems, Side.TOP, 0, 0);
    }

    private static VBox row(Problem problem) {
        Label what = new Label(problem.what());
        what.getStyleClass().add(Styles.STRONG);
        Label why = new Label(problem.why());
        why.getStyleClass().addAll(Styles.SMALL, Styles.MUTED);
        why.setWrapText(true);
        return new VBox(what, why);
    }

    public Parent node() {
        return root;
    }
}

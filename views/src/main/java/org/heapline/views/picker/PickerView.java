package org.heapline.views.picker;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import org.heapline.profile.Problem;
import org.heapline.views.fx.Fxml;
import org.heapline.views.theme.Styles;

/** Where packages, classes and methods are chosen: the tree at the left, what is chosen at the right. */
public final class PickerView {
    private final PickerViewModel model;
    private final Parent root;

    @FXML
    private TextField search;

    @FXML
    private Label foundLabel;

    @FXML
    private TreeView<PickNode> tree;

    @FXML
    private CheckBox ownClasses;

    @FXML
    private ListView<String> chosen;

    @FXML
    private TextField pattern;

    @FXML
    private Button addButton;

    @FXML
    private Label hint;

    @FXML
    private Node problemsPane;

    @FXML
    private ListView<String> problems;

    public PickerView(PickerViewModel model) {
        this.model = model;
        this.root = Fxml.load(this, "picker.fxml");
    }

    /** The view to put into a dialog. */
    public Parent root() {
        return root;
    }

    /** Where typing begins. */
    public void focus() {
        search.requestFocus();
    }

    @FXML
    private void initialize() {
        model.queryProperty().bind(search.textProperty());
        foundLabel.textProperty().bind(model.foundProperty());
        tree.setRoot(new PickTree(model).root());
        tree.setCellFactory(view -> new PickCell(model));
        tree.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.SPACE) {
                toggleSelected();
                event.consume();
            }
        });
        search.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DOWN) {
                tree.requestFocus();
                tree.getSelectionModel().selectFirst();
                event.consume();
            }
        });
        chosen.setCellFactory(list -> new ChosenCell(model::remove));
        chosen.setOnKeyPressed(event -> {
            String selected = chosen.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.DELETE && selected != null) {
                model.remove(selected);
            }
        });
        pattern.textProperty().bindBidirectional(model.patternProperty());
        hint.textProperty().bind(model.hintProperty());
        hint.managedProperty().bind(model.hintProperty().isNotEmpty());
        addButton
                .disableProperty()
                .bind(model.patternWrongProperty().or(model.patternProperty().isEmpty()));
        model.patternWrongProperty().addListener((property, was, is) -> {
            pattern.pseudoClassStateChanged(Styles.INVALID, is);
            hint.pseudoClassStateChanged(Styles.INVALID, is);
        });
        problems.getItems()
                .setAll(model.problems().stream().map(PickerView::line).toList());
        problemsPane.setVisible(!problems.getItems().isEmpty());
        problemsPane.setManaged(!problems.getItems().isEmpty());
        model.choiceProperty().addListener((property, was, is) -> showChoice(is));
        showChoice(model.choiceProperty().get());
    }

    private static String line(Problem problem) {
        return problem.what() + ": " + problem.why();
    }

    private void showChoice(Choice choice) {
        ownClasses.setSelected(choice.ownClasses());
        // Choosing nothing is choosing the own classes: the tick goes only when something else is chosen.
        ownClasses.setDisable(choice.ownClasses());
        chosen.getItems().setAll(choice.patterns());
    }

    private void toggleSelected() {
        TreeItem<PickNode> item = tree.getSelectionModel().getSelectedItem();
        if (item != null && model.tick(item.getValue()).by() == null) {
            model.toggle(item.getValue(), PickCell.siblings(item));
        }
    }

    @FXML
    private void chooseOwnClasses() {
        model.chooseOwnClasses();
    }

    @FXML
    private void addPattern() {
        model.addPattern();
    }
}

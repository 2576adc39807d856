package org.heapline.views.paused;

import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeView;
import org.heapline.client.PausedThread;
import org.heapline.client.Variable;
import org.heapline.views.fx.Fxml;
import org.heapline.views.text.ClassNames;
import org.heapline.views.text.Figures;
import org.heapline.views.text.Messages;
import org.jspecify.annotations.Nullable;

/** The pane of a stopped thread: its frames, its locals, what allocated most, the classes by size. */
public final class PausedView {
    private static final double ROW = 28;
    private static final int MOST_FRAMES = 6;

    private final PausedViewModel model;
    private final Parent root;
    private boolean showing;

    @FXML
    private Label threadLabel;

    @FXML
    private Label heldByLabel;

    @FXML
    private ListView<FrameRow> frames;

    @FXML
    private Label factsLabel;

    @FXML
    private TreeView<Variable> locals;

    @FXML
    private TabPane tabs;

    @FXML
    private Tab classesTab;

    @FXML
    private ListView<RecentLines.Recent> recent;

    @FXML
    private ListView<ClassCount> classes;

    @FXML
    private Label classesLabel;

    @FXML
    private TextField expression;

    @FXML
    private Label evaluated;

    @FXML
    private Label noLocals;

    public PausedView(PausedViewModel model) {
        this.model = model;
        this.root = Fxml.load(this, "paused.fxml");
    }

    /** The view to put into a window. */
    public Parent root() {
        return root;
    }

    @FXML
    private void initialize() {
        frames.setFixedCellSize(ROW);
        frames.setCellFactory(list -> new FrameCell());
        frames.setItems(model.frames());
        locals.setFixedCellSize(ROW);
        new LocalsTree(model.locals(), locals);
        noLocals.textProperty().bind(model.locals().textProperty());
        noLocals.visibleProperty().bind(Bindings.isEmpty(model.locals().roots()));
        recent.setFixedCellSize(ROW);
        recent.setCellFactory(list -> new AmountCell<>(PausedView::row));
        recent.setItems(model.recentLines());
        classes.setFixedCellSize(ROW);
        classes.setCellFactory(list -> new AmountCell<>(PausedView::row));
        classes.setItems(model.actions().classes());
        classesLabel.textProperty().bind(model.actions().classesTextProperty());
        tabs.getSelectionModel().selectedItemProperty().addListener((property, was, is) -> countClasses());
        evaluated.textProperty().bind(model.actions().evaluatedProperty());
        evaluated.managedProperty().bind(evaluated.textProperty().isNotEmpty());
        factsLabel.textProperty().bind(model.factsProperty());
        factsLabel.managedProperty().bind(factsLabel.textProperty().isNotEmpty());
        model.frames().addListener((ListChangeListener<FrameRow>) change -> fitFrames());
        model.threadProperty().addListener((property, was, is) -> showThread(is));
        model.chosenProperty().addListener((property, was, is) -> showChosen(is));
        frames.getSelectionModel().selectedItemProperty().addListener((property, was, is) -> {
            if (is != null && !showing && is != model.chosenProperty().get()) {
                // Choosing a run replaces the rows: not while the list is telling about them.
                model.chooseLater(is);
            }
        });
        showThread(model.threadProperty().get());
        fitFrames();
        showChosen(model.chosenProperty().get());
    }

    private static AmountCell.Row row(RecentLines.Recent line) {
        String file = line.method().file();
        String place = file.isEmpty() ? line.method().className() : file.substring(file.lastIndexOf('/') + 1);
        return new AmountCell.Row(
                place + ":" + line.line(),
                line.method().method(),
                Figures.bytes(line.bytes()),
                line.method().className() + "." + line.method().method() + ":" + line.line());
    }

    private static AmountCell.Row row(ClassCount each) {
        return new AmountCell.Row(
                ClassNames.simple(each.name()),
                "× " + Figures.count(each.instances()),
                Figures.bytes(each.bytes()),
                each.name());
    }

    /** Not before somebody looks: counting the objects of a big heap takes seconds. */
    private void countClasses() {
        if (tabs.getSelectionModel().getSelectedItem() == classesTab
                && model.threadProperty().get() != null) {
            model.actions().countClasses();
        }
    }

    @FXML
    private void evaluate() {
        model.actions().evaluate(expression.getText());
    }

    @FXML
    private void collectAndLook() {
        model.actions().collectAndLook();
    }

    private void fitFrames() {
        double height = Math.min(MOST_FRAMES, Math.max(1, model.frames().size())) * ROW + 2;
        frames.setMinHeight(height);
        frames.setPrefHeight(height);
        frames.setMaxHeight(height);
    }

    private void showThread(@Nullable PausedThread thread) {
        countClasses();
        threadLabel.setText(thread == null ? "" : thread.trip().thread());
        heldByLabel.setText(
                thread == null ? "" : Messages.text(thread.inDebugger() ? "paused.inDebugger" : "paused.parked"));
    }

    private void showChosen(@Nullable FrameRow row) {
        showing = true;
        if (row == null) {
            frames.getSelectionModel().clearSelection();
        } else {
            frames.getSelectionModel().select(row);
        }
        showing = false;
    }
}

package org.heapline.views.paused;

import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import org.heapline.client.PausedThread;
import org.heapline.profile.Trip.Local;
import org.heapline.views.fx.Fxml;
import org.heapline.views.text.Messages;
import org.jspecify.annotations.Nullable;

/** The pane of a stopped thread: its frames and its locals. */
public final class PausedView {
    private static final double ROW = 28;
    private static final int MOST_FRAMES = 9;

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
    private ListView<Local> locals;

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
        locals.setCellFactory(list -> new LocalCell());
        locals.setItems(model.locals());
        noLocals.textProperty().bind(model.localsTextProperty());
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

    private void fitFrames() {
        double height = Math.min(MOST_FRAMES, Math.max(1, model.frames().size())) * ROW + 2;
        frames.setMinHeight(height);
        frames.setPrefHeight(height);
        frames.setMaxHeight(height);
    }

    private void showThread(@Nullable PausedThread thread) {
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

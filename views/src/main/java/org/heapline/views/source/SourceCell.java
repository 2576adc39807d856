package org.heapline.views.source;

import javafx.beans.property.ObjectProperty;
import javafx.scene.Cursor;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.heapline.views.text.Messages;
import org.jspecify.annotations.Nullable;

/** A cell of the text. What is drawn is a {@link SourceRow}; this class decides what it shows. */
final class SourceCell extends ListCell<SourceLine> {
    private final SourceViewModel model;
    private final ObjectProperty<@Nullable MethodRange> hovered;
    private final SourceRow row;
    private final LineHistoryTip history;

    SourceCell(SourceViewModel model, GutterWidths widths, ObjectProperty<@Nullable MethodRange> hovered) {
        this.model = model;
        this.hovered = hovered;
        row = new SourceRow(widths);
        history = new LineHistoryTip(model);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0);
        // A cell that the list keeps for later is not drawn; what is changed in it would have the whole window drawn.
        visibleProperty().addListener(changed -> refresh());
        row.figures().layoutYProperty().bind(layoutYProperty());
        visibleProperty().addListener(changed -> showFigures());
        sceneProperty().addListener(changed -> showFigures());
        selectedProperty().addListener((property, was, is) -> row.pseudoClassStateChanged(HeatStyles.SELECTED, is));
        addEventHandler(MouseEvent.MOUSE_MOVED, this::hover);
        history.setOnShowing(event -> {
            SourceLine line = getItem();
            if (line != null) {
                history.read(line.number());
            }
        });
        addEventHandler(MouseEvent.MOUSE_EXITED, event -> {
            hovered.set(null);
            link(null);
        });
        // A click that follows a call selects nothing.
        addEventFilter(MouseEvent.MOUSE_PRESSED, this::press);
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::choose);
    }

    /** Reads the figures and marks of its line again. */
    void refresh() {
        SourceLine line = getItem();
        if (line == null || !isVisible()) {
            return;
        }
        int number = line.number();
        row.heatOf(SourceHeader.column(model.measureProperty().getValue()));
        row.figures(model.figures(number), model.heat(number));
        MethodRange method = model.methodAt(number);
        boolean profiled = method != null && model.choice().isProfiled(method);
        row.pseudoClassStateChanged(HeatStyles.PROFILED, profiled);
        row.pseudoClassStateChanged(
                HeatStyles.STOPPED, model.stoppedLineProperty().get() == number);
        TextSearch search = model.search();
        row.found(search.columns(number), search.query().length());
        refreshOffer();
    }

    /** Reads again which method the pointer is at. */
    void refreshOffer() {
        SourceLine line = getItem();
        MethodRange method = hovered.get();
        boolean offered = line != null && method != null && method.contains(line.number());
        row.pseudoClassStateChanged(HeatStyles.OFFERED, offered);
        boolean first = offered && line != null && method != null && method.first() == line.number();
        row.offer(first && method != null ? offer(method) : null);
        showFigures();
    }

    private void showFigures() {
        row.figures().setVisible(isVisible() && getScene() != null && getItem() != null && !row.offers());
    }

    /** What is to lie over the list. */
    LineFigures figures() {
        return row.figures();
    }

    private String offer(MethodRange method) {
        return Messages.text(model.choice().isProfiled(method) ? "source.method.leaveOut" : "source.method.profile");
    }

    void sideways(double pixels) {
        row.sideways(pixels);
    }

    private void press(MouseEvent event) {
        Call call = event.getButton() == MouseButton.PRIMARY ? callAt(event) : null;
        if (call != null) {
            event.consume();
            link(null);
            FollowMenu.follow(model, call, this, event);
        }
    }

    /** The call under the pointer, while the key is held that makes a link of it; else null. */
    private @Nullable Call callAt(MouseEvent event) {
        SourceLine line = getItem();
        if (line == null || !event.isShortcutDown() || row.inGutter(event.getX())) {
            return null;
        }
        return Call.at(line, row.column(event.getX()))
                .filter(call -> !model.trail().targets(call).isEmpty())
                .orElse(null);
    }

    private void link(@Nullable Call call) {
        row.link(call);
        setCursor(call == null ? Cursor.DEFAULT : Cursor.HAND);
    }

    private void hover(MouseEvent event) {
        SourceLine line = getItem();
        link(callAt(event));
        boolean figures = line != null && row.inGutter(event.getX()) && model.figures(line.number()) != null;
        setTooltip(figures ? history : null);
        boolean choosing = line != null && model.choice().canChoose() && row.inGutter(event.getX());
        hovered.set(choosing && line != null ? model.methodAt(line.number()) : null);
    }

    private void choose(MouseEvent event) {
        MethodRange method = hovered.get();
        SourceLine line = getItem();
        if (event.getButton() != MouseButton.PRIMARY || method == null || line == null) {
            return;
        }
        if (!model.choice().isProfiled(method)) {
            model.choice().profile(method);
        } else if (line.number() == method.first()) {
            // Figures are clicked to look at them: only the words themselves take a method out.
            model.choice().leaveOut(method);
        }
    }

    @Override
    protected void updateItem(@Nullable SourceLine line, boolean empty) {
        super.updateItem(line, empty);
        if (empty || line == null) {
            setGraphic(null);
            setAccessibleText(null);
            showFigures();
            return;
        }
        row.show(line);
        setAccessibleText(line.number() + " " + line.text());
        setGraphic(row);
        refresh();
    }
}

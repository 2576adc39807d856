package org.heapline.views.source;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.heapline.views.fx.Fxml;
import org.heapline.views.fx.PlainText;
import org.heapline.views.settings.Preferences;
import org.jspecify.annotations.Nullable;

/** A text with its figures and heat, the names of the columns above it, the overview beside it. Lines count from 1. */
final class CodePane implements AutoCloseable {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    /** The size of the code font, as a share of a row's height. */
    private static final double FONT_SHARE = 12.5 / SourceRow.HEIGHT;

    private final SourceViewModel model;
    private final Runnable editFolders;
    private final GutterWidths widths = new GutterWidths();
    private final List<SourceCell> cells = new ArrayList<>();
    private final ObjectProperty<@Nullable MethodRange> hovered = new SimpleObjectProperty<>();
    private final Sideways scroll = new Sideways(this::moveCode);
    private final FigureLayer layer = new FigureLayer();
    private final OverviewRuler ruler;
    private final FindBar findBar;
    private final ShownColumns columns;
    private final Parent root;
    private final LinesInSight sight;

    /** While it is chosen from here which line is looked at, the list does not tell the model. */
    private boolean selecting;

    @FXML
    private BorderPane textAndRuler;

    @FXML
    private ListView<SourceLine> lines;

    /**
     * @param preferences where the columns are remembered
     * @param editFolders opens the list of folders with sources
     */
    CodePane(SourceViewModel model, Preferences preferences, Runnable editFolders) {
        this.model = model;
        this.editFolders = editFolders;
        this.ruler = new OverviewRuler(model, this::jump);
        this.findBar = new FindBar(model, this::jump, () -> lines.requestFocus());
        this.columns = new ShownColumns(model, preferences, widths, this::refresh);
        VBox pane = Fxml.load(this, "code.fxml");
        pane.getChildren().addAll(0, List.of(findBar.node(), columns.header()));
        this.root = pane;
        this.sight = new LinesInSight(lines, model.stoppedLineProperty()::get);
    }

    /** Lets go of the session. */
    @Override
    public void close() {
        columns.close();
    }

    Parent node() {
        return root;
    }

    @FXML
    private void initialize() {
        textAndRuler.setCenter(new StackPane(lines, layer));
        textAndRuler.setBottom(scroll.bar());
        textAndRuler.setRight(ruler);
        lines.setFixedCellSize(SourceRow.HEIGHT);
        lines.fixedCellSizeProperty().addListener(changed -> widths.fontSize(lines.getFixedCellSize() * FONT_SHARE));
        lines.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        lines.setCellFactory(list -> cell());
        lines.getFocusModel().focusedIndexProperty().addListener((property, was, is) -> looked(is.intValue()));
        lines.setContextMenu(new SourceMenu(model, this::line, this::calls, this::copy, editFolders));
        lines.setOnKeyPressed(this::key);
        lines.addEventFilter(ScrollEvent.SCROLL, event -> scroll.by(-event.getDeltaX()));
        lines.widthProperty().addListener((property, was, is) -> {
            columns.fit(is.doubleValue());
            fitSideways();
        });
        widths.totalProperty().addListener((property, was, is) -> fitSideways());
        ruler.heightProperty().addListener((property, was, is) -> ruler.refresh());
        hovered.addListener((property, was, is) -> cells.forEach(SourceCell::refreshOffer));
        model.revisionProperty().addListener((property, was, is) -> refresh());
    }

    private SourceCell cell() {
        SourceCell cell = new SourceCell(model, widths, hovered);
        cell.sideways(scroll.pixels());
        cells.add(cell);
        layer.add(cell.figures());
        return cell;
    }

    private void key(KeyEvent event) {
        if (COPY.match(event)) {
            copy();
            event.consume();
        } else if (event.isAltDown() && (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP)) {
            jumpToHot(event.getCode() == KeyCode.DOWN);
            event.consume();
        }
    }

    private void moveCode(double pixels) {
        cells.forEach(cell -> cell.sideways(pixels));
    }

    private void refresh() {
        cells.forEach(SourceCell::refresh);
        ruler.refresh();
    }

    private void fitSideways() {
        int characters = model.stateProperty().get() instanceof SourceState.Shown shown
                ? shown.text().width()
                : 0;
        scroll.fit(lines.getWidth() - widths.total() - GutterWidths.BAR, characters, widths.figure());
    }

    /** Shows another text, from the begin of its lines. */
    void show(SourceText text) {
        widths.reset(text.lines().size());
        selecting = true;
        lines.getItems().setAll(text.lines());
        selecting = false;
        ruler.lines(text.lines().size());
        fitSideways();
        scroll.home();
    }

    /** Chooses a line and brings it into sight; nothing if the text has no such line. */
    void select(int line) {
        if (line < 1
                || line > lines.getItems().size()
                || lines.getSelectionModel().isSelected(line - 1)) {
            return;
        }
        selecting = true;
        lines.getSelectionModel().clearAndSelect(line - 1);
        selecting = false;
        sight.reveal(line);
    }

    private void looked(int index) {
        if (!selecting && index >= 0) {
            model.goTo(index + 1);
        }
    }

    private void jump(int line) {
        sight.centre(line);
        model.goTo(line);
    }

    /** Goes to the next hot line of the text, or the one before. */
    void jumpToHot(boolean down) {
        int line = model.nextHot(down);
        if (line > 0) {
            jump(line);
        }
    }

    /** The line that is chosen; 0 for none. */
    int line() {
        return lines.getSelectionModel().getSelectedIndex() + 1;
    }

    private List<Call> calls() {
        SourceLine line = lines.getSelectionModel().getSelectedItem();
        return line == null ? List.of() : Call.in(line);
    }

    /** Goes to what the chosen line calls. */
    void followCall() {
        SourceLine line = lines.getSelectionModel().getSelectedItem();
        if (line != null) {
            FollowMenu.follow(model, line, lines);
        }
    }

    private void copy() {
        PlainText.copy(lines.getSelectionModel().getSelectedItems().stream()
                .map(SourceLine::text)
                .collect(Collectors.joining("\n")));
    }

    /** Opens the line in which the text is searched. */
    void find() {
        findBar.open();
    }

    /** The items that choose the columns, as they are now. */
    MenuItem[] columnItems() {
        return columns.items();
    }
}

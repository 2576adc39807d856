package org.heapline.views.source;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import org.heapline.views.fx.Fxml;
import org.heapline.views.fx.PlainText;
import org.heapline.views.fx.Ties;
import org.heapline.views.session.SelectedLine;
import org.heapline.views.settings.Preferences;
import org.heapline.views.text.Messages;
import org.jspecify.annotations.Nullable;

/** The source view: names of the columns, the text with its figures and heat, the overview. */
public final class SourceView implements AutoCloseable {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    /** The size of the code font, as a share of a row's height. */
    private static final double FONT_SHARE = 12.5 / SourceRow.HEIGHT;

    private final SourceViewModel model;
    private final Preferences preferences;
    private final GutterWidths widths = new GutterWidths();
    private final List<SourceCell> cells = new ArrayList<>();
    private final ObjectProperty<@Nullable MethodRange> hovered = new SimpleObjectProperty<>();
    private final Sideways scroll = new Sideways(this::moveCode);
    private final FigureLayer layer = new FigureLayer();
    private final Crumbs crumbs = new Crumbs();
    private final OverviewRuler ruler;
    private final FindBar findBar;
    private final Ties ties = new Ties();
    private final Parent root;
    private boolean selecting;
    private int waiting = -1;

    @FXML
    private VBox bannerPlace;

    @FXML
    private Button backButton;

    @FXML
    private Label decompiledBadge;

    @FXML
    private HBox crumbRow;

    @FXML
    private Label originLabel;

    @FXML
    private Node nothingPane;

    @FXML
    private Node loadingPane;

    @FXML
    private Label loadingLabel;

    @FXML
    private Node notFoundPane;

    @FXML
    private Label notFoundTitle;

    @FXML
    private Node givenUpPane;

    @FXML
    private Label givenUpTitle;

    @FXML
    private ListView<String> lookedAtList;

    @FXML
    private VBox textPane;

    @FXML
    private BorderPane textAndRuler;

    @FXML
    private ListView<SourceLine> lines;

    @FXML
    private MenuButton columns;

    /** A view that remembers nothing. */
    public SourceView(SourceViewModel model) {
        this(model, new Preferences());
    }

    /** @param preferences where the columns are remembered */
    public SourceView(SourceViewModel model, Preferences preferences) {
        this.model = model;
        this.preferences = preferences;
        this.ruler = new OverviewRuler(model, this::jump);
        this.findBar = new FindBar(model, this::jump, this::focus);
        this.root = Fxml.load(this, "source.fxml");
    }

    /** Lets go of the session. */
    @Override
    public void close() {
        ties.close();
    }

    /** The view to put into a window. */
    public Parent root() {
        return root;
    }

    private void focus() {
        lines.requestFocus();
    }

    /** Puts something between the top of the view and its text: the banner of a stopped thread. */
    public void setBanner(Node banner) {
        bannerPlace.getChildren().setAll(banner);
    }

    @FXML
    private void initialize() {
        crumbRow.getChildren().add(1, crumbs);
        SourceHeader header = new SourceHeader(widths);
        header.heatOf(model.measureProperty().getValue());
        ties.follow(model.measureProperty(), (property, was, is) -> {
            header.heatOf(is);
            fitColumns();
        });
        widths.show(preferences.constants("source.columns", GutterColumn.class, GutterColumn.FIRST));
        textPane.getChildren().addAll(0, List.of(findBar.node(), header));
        columns.setOnShowing(event -> columns.getItems().setAll(ColumnsMenu.items(model, widths, this::showColumns)));
        columns.getItems().setAll(ColumnsMenu.items(model, widths, this::showColumns));
        textAndRuler.setCenter(new StackPane(lines, layer));
        textAndRuler.setBottom(scroll.bar());
        textAndRuler.setRight(ruler);
        lines.setFixedCellSize(SourceRow.HEIGHT);
        lines.fixedCellSizeProperty().addListener(changed -> widths.fontSize(lines.getFixedCellSize() * FONT_SHARE));
        lines.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        lines.setCellFactory(list -> cell());
        lines.getFocusModel().focusedIndexProperty().addListener((property, was, is) -> looked(is.intValue()));
        lines.setContextMenu(new SourceMenu(model, this::line, this::calls, this::copy, this::editFolders));
        lines.setOnKeyPressed(event -> {
            if (COPY.match(event)) {
                copy();
                event.consume();
            } else if (event.isAltDown() && (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP)) {
                jumpToHot(event.getCode() == KeyCode.DOWN);
                event.consume();
            }
        });
        lines.addEventFilter(ScrollEvent.SCROLL, event -> scroll.by(-event.getDeltaX()));
        lines.widthProperty().addListener((property, was, is) -> {
            fitColumns();
            fitSideways();
        });
        widths.totalProperty().addListener((property, was, is) -> fitSideways());
        lines.heightProperty().addListener((property, was, is) -> {
            if (waiting >= 0) {
                int index = waiting;
                waiting = -1;
                reveal(index);
            } else if (model.stoppedLineProperty().get() > 0) {
                // The banner takes room: the line it speaks of stays in sight.
                reveal(model.stoppedLineProperty().get() - 1);
            }
        });
        ruler.heightProperty().addListener((property, was, is) -> ruler.refresh());
        hovered.addListener((property, was, is) -> cells.forEach(SourceCell::refreshOffer));
        model.stateProperty().addListener((property, was, is) -> show(is));
        model.placeProperty().addListener((property, was, is) -> showPlace(is));
        model.revisionProperty().addListener((property, was, is) -> refresh());
        show(model.stateProperty().get());
        showPlace(model.placeProperty().get());
    }

    private SourceCell cell() {
        SourceCell cell = new SourceCell(model, widths, hovered);
        cell.sideways(scroll.pixels());
        cells.add(cell);
        layer.add(cell.figures());
        return cell;
    }

    private void moveCode(double pixels) {
        cells.forEach(cell -> cell.sideways(pixels));
    }

    private void refresh() {
        cells.forEach(SourceCell::refresh);
        ruler.refresh();
    }

    private void show(SourceState state) {
        only(nothingPane, state instanceof SourceState.Nothing);
        only(loadingPane, state instanceof SourceState.Loading);
        only(notFoundPane, state instanceof SourceState.NotFound);
        only(givenUpPane, state instanceof SourceState.GivenUp);
        only(textPane, state instanceof SourceState.Shown);
        only(decompiledBadge, false);
        originLabel.setText("");
        if (state instanceof SourceState.Loading loading) {
            loadingLabel.setText(Messages.text("source.loading", loading.className()));
        } else if (state instanceof SourceState.NotFound missing) {
            notFoundTitle.setText(Messages.text("source.notFound.title", missing.className()));
            lookedAtList.getItems().setAll(missing.lookedAt());
        } else if (state instanceof SourceState.GivenUp cancelled) {
            givenUpTitle.setText(Messages.text("source.givenUp", cancelled.className()));
        } else if (state instanceof SourceState.Shown shown) {
            showText(shown.text());
        }
    }

    private static void only(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private void showText(SourceText text) {
        only(decompiledBadge, text.decompiled());
        originLabel.setText(text.origin());
        originLabel.setTooltip(new Tooltip(text.place()));
        decompiledBadge.setTooltip(new Tooltip(text.place()));
        widths.reset(text.lines().size());
        selecting = true;
        lines.getItems().setAll(text.lines());
        selecting = false;
        ruler.lines(text.lines().size());
        fitSideways();
        scroll.home();
        showPlace(model.placeProperty().get());
    }

    private void showPlace(@Nullable SelectedLine place) {
        only(backButton, model.trail().canGoBack());
        if (place == null) {
            crumbs.show("", "", "");
            return;
        }
        int dot = place.className().lastIndexOf('.');
        crumbs.show(
                dot < 0 ? "" : place.className().substring(0, dot),
                place.className().substring(dot + 1).replace('$', '.'),
                place.method());
        if (place.line() >= 1 && place.line() <= lines.getItems().size()) {
            select(place.line() - 1);
        }
    }

    private void select(int index) {
        if (lines.getSelectionModel().isSelected(index)) {
            return;
        }
        selecting = true;
        lines.getSelectionModel().clearAndSelect(index);
        selecting = false;
        reveal(index);
    }

    /** Scrolls only if the line is out of sight, and then into the upper third: what follows matters most. */
    private void reveal(int index) {
        if (lines.getHeight() < lines.getFixedCellSize()) {
            waiting = index;
            return;
        }
        // Another text has another number of lines, which the list only takes in as it is laid out.
        lines.layout();
        int visible = (int) (lines.getHeight() / lines.getFixedCellSize());
        if (lines.lookup(".virtual-flow") instanceof VirtualFlow<?> flow && flow.getFirstVisibleCell() != null) {
            int first = flow.getFirstVisibleCell().getIndex();
            int last = flow.getLastVisibleCell().getIndex();
            if (index > first && index < last - 1) {
                return;
            }
            visible = last - first;
        }
        lines.scrollTo(Math.max(0, index - visible / 3));
    }

    private void looked(int index) {
        if (!selecting && index >= 0) {
            model.goTo(index + 1);
        }
    }

    private void jump(int line) {
        lines.scrollTo(Math.max(0, line - 1 - (int) (lines.getHeight() / lines.getFixedCellSize() / 2)));
        model.goTo(line);
    }

    /** The line the context menu is about, from 1; 0 for none. */
    private int line() {
        return lines.getSelectionModel().getSelectedIndex() + 1;
    }

    private List<Call> calls() {
        SourceLine line = lines.getSelectionModel().getSelectedItem();
        return line == null ? List.of() : Call.in(line);
    }

    /** Goes to what the chosen line calls. */
    public void followCall() {
        SourceLine line = lines.getSelectionModel().getSelectedItem();
        if (line != null) {
            FollowMenu.follow(model, line, lines);
        }
    }

    /** Opens the chosen line in another program; the first line if none is chosen. */
    public void openIn(Editor editor) {
        model.openIn(editor, lines.getSelectionModel().getSelectedIndex() + 1);
    }

    /** Goes back to where one looked before, or on again. */
    public void visit(boolean back) {
        if (back) {
            model.trail().back();
        } else {
            model.trail().forward();
        }
    }

    @FXML
    private void goBack() {
        visit(true);
    }

    private void copy() {
        PlainText.copy(lines.getSelectionModel().getSelectedItems().stream()
                .map(SourceLine::text)
                .collect(Collectors.joining("\n")));
    }

    private void fitColumns() {
        widths.room(
                lines.getWidth() <= 0 ? Double.MAX_VALUE : lines.getWidth(),
                SourceHeader.column(model.measureProperty().getValue()));
    }

    private void fitSideways() {
        int characters = model.stateProperty().get() instanceof SourceState.Shown shown
                ? shown.text().width()
                : 0;
        scroll.fit(lines.getWidth() - widths.total() - GutterWidths.BAR, characters, widths.figure());
    }

    private void showColumns(Set<GutterColumn> wanted) {
        // What is asked for is shown, however narrow the view is now.
        widths.room(
                Double.MAX_VALUE, SourceHeader.column(model.measureProperty().getValue()));
        widths.show(wanted);
        preferences.put("source.columns", wanted);
        refresh();
    }

    /** Opens the line in which the text is searched. */
    public void find() {
        findBar.open();
    }

    /** Goes to the next hot line of the text, or the one before. */
    public void jumpToHot(boolean down) {
        int line = model.nextHot(down);
        if (line > 0) {
            jump(line);
        }
    }

    @FXML
    private void nextHot() {
        jumpToHot(true);
    }

    @FXML
    private void previousHot() {
        jumpToHot(false);
    }

    @FXML
    private void lookAgain() {
        model.lookAgain();
    }

    /** Opens the list of folders in which sources are looked for first. */
    @FXML
    public void editFolders() {
        SourceFoldersDialog.open(root.getScene().getWindow(), model);
    }

    @FXML
    private void addFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(Messages.text("source.addFolder.title"));
        File folder = chooser.showDialog(root.getScene().getWindow());
        if (folder != null) {
            model.addSourceFolder(folder.toPath());
        }
    }
}

package org.heapline.views.hotlines;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.CellDataFeatures;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.heapline.views.fx.Fxml;
import org.heapline.views.fx.PlainText;
import org.heapline.views.fx.Ties;
import org.heapline.views.session.Measure;
import org.heapline.views.settings.Preferences;
import org.heapline.views.settings.TextSize;
import org.heapline.views.text.Messages;
import org.jspecify.annotations.Nullable;

/** The table of hot lines. */
public final class HotLinesView implements AutoCloseable {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    /** By column, pixels. */
    private static final double[] WIDTHS = {98, 92, 84, 62, 96};

    /** The name of a line is never narrower than this: what says least beside it gives way, pixels. */
    private static final double NAME = 112;

    /** What gives way first where the table is narrow. The share stays. */
    private static final List<HotColumn> GIVE_WAY =
            List.of(HotColumn.EACH, HotColumn.OCCURRENCES, HotColumn.PER_SECOND, HotColumn.BYTES);

    /** The scroll bar and the borders, pixels. */
    private static final double BESIDE = 9;

    private final HotLinesViewModel model;
    private final Preferences preferences;
    private final Map<HotColumn, TableColumn<HotRow, HotRow>> figures = new EnumMap<>(HotColumn.class);
    private final Set<HotColumn> shown = EnumSet.noneOf(HotColumn.class);
    private final Label bytesLabel = new Label();
    private final Ties ties = new Ties();
    private final SegmentChoice segments = new SegmentChoice();
    private final Parent root;
    private @Nullable VirtualFlow<?> flow;

    @FXML
    private HBox header;

    @FXML
    private TextField search;

    @FXML
    private TableView<HotRow> table;

    @FXML
    private TableColumn<HotRow, HotRow> nameColumn;

    @FXML
    private Label emptyLabel;

    @FXML
    private Button chooseButton;

    /** A table that remembers nothing. */
    public HotLinesView(HotLinesViewModel model, Runnable choose) {
        this(model, new Preferences(), choose);
    }

    /**
     * @param preferences where the columns are remembered
     * @param choose opens the picker
     */
    public HotLinesView(HotLinesViewModel model, Preferences preferences, Runnable choose) {
        this.model = model;
        this.preferences = preferences;
        this.root = Fxml.load(this, "hotlines.fxml");
        chooseButton.setOnAction(event -> choose.run());
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

    @FXML
    private void initialize() {
        segments.segmentProperty().set(model.segmentProperty().get());
        segments.segmentProperty().addListener((property, was, is) -> showSegment(is));
        header.getChildren().add(segments);
        model.queryProperty().bind(search.textProperty());
        emptyLabel.textProperty().bind(model.emptyTextProperty());
        columns();
        nameColumns();
        table.setItems(model.rows());
        model.inSight(this::rowsInSight);
        table.setSortPolicy(sorted -> {
            sort();
            return true;
        });
        table.getSortOrder().add(figure(HotColumn.SHARE));
        table.setContextMenu(menu());
        table.setOnKeyPressed(event -> {
            if (COPY.match(event)) {
                model.catchUp();
                PlainText.copy(RowsText.aligned(table.getSelectionModel().getSelectedItems()));
                event.consume();
            }
        });
        ties.follow(model.measureProperty(), (property, was, is) -> nameColumns());
        table.getSelectionModel().selectedItemProperty().addListener((property, was, is) -> {
            if (is != null && is != model.lookedAtRow()) {
                model.open(is);
            }
        });
        ties.follow(model.lookedAt(), (property, was, is) -> showLookedAt());
        model.rows().addListener((ListChangeListener<HotRow>) change -> {
            if (table.getSelectionModel().isEmpty()) {
                showLookedAt();
            }
        });
        showLookedAt();
    }

    private List<HotRow> rowsInSight() {
        VirtualFlow<?> seen = flow;
        if (seen == null || seen.getScene() == null) {
            seen = table.lookup(".virtual-flow") instanceof VirtualFlow<?> found ? found : null;
            flow = seen;
        }
        IndexedCell<?> top = seen == null ? null : seen.getFirstVisibleCell();
        IndexedCell<?> bottom = seen == null ? null : seen.getLastVisibleCell();
        if (top == null || bottom == null) {
            return List.of();
        }
        int size = table.getItems().size();
        int first = Math.min(size, top.getIndex());
        int end = Math.min(size, bottom.getIndex() + 1);
        return table.getItems().subList(first, Math.max(first, end));
    }

    /** The table follows the line that the other views look at. */
    private void showLookedAt() {
        HotRow row = model.lookedAtRow();
        if (row == null) {
            table.getSelectionModel().clearSelection();
        } else if (row != table.getSelectionModel().getSelectedItem()) {
            table.getSelectionModel().select(row);
        }
    }

    private HotMenu menu() {
        return new HotMenu(model, shown, this::showColumns, this::copyAll);
    }

    private TableColumn<HotRow, HotRow> figure(HotColumn column) {
        return Objects.requireNonNull(figures.get(column));
    }

    private void columns() {
        nameColumn.setCellValueFactory(HotLinesView::itself);
        nameColumn.setCellFactory(column -> new NameCell());
        for (HotColumn column : HotColumn.values()) {
            TableColumn<HotRow, HotRow> made = new TableColumn<>();
            made.setId("hot-" + column.key());
            made.getStyleClass().add("figures");
            made.setSortType(SortType.DESCENDING);
            double width = WIDTHS[column.ordinal()] * TextSize.scale(preferences);
            made.setMinWidth(width - 8);
            made.setPrefWidth(width);
            made.setCellValueFactory(HotLinesView::itself);
            made.setCellFactory(unused -> column == HotColumn.SHARE ? new ShareCell() : new FigureCell(column));
            Label name =
                    column == HotColumn.BYTES ? bytesLabel : new Label(Messages.text("hot.column." + column.key()));
            tip(name, made, "hot.column." + column.key() + ".tip");
            made.setUserData(column);
            made.setContextMenu(menu());
            figures.put(column, made);
        }
        table.widthProperty().addListener(changed -> fit());
        figures.values().forEach(column -> column.widthProperty().addListener(changed -> fit()));
        showColumns(preferences.constants("hot.columns", HotColumn.class, HotColumn.FIRST));
    }

    private void showColumns(Set<HotColumn> wanted) {
        shown.clear();
        shown.addAll(wanted);
        preferences.put("hot.columns", shown);
        table.getColumns().setAll(List.of(nameColumn));
        shown.forEach(column -> table.getColumns().add(figure(column)));
        fit();
    }

    /** The figures keep their widths; the name takes what is left, and where that is too little a column gives way. */
    private void fit() {
        double scale = TextSize.scale(preferences);
        Set<HotColumn> fitting = EnumSet.noneOf(HotColumn.class);
        fitting.addAll(shown);
        for (HotColumn column : GIVE_WAY) {
            if (table.getWidth() <= 0 || left(fitting) >= NAME * scale || fitting.size() <= 1) {
                break;
            }
            fitting.remove(column);
        }
        shown.forEach(column -> figure(column).setVisible(fitting.contains(column)));
        nameColumn.setPrefWidth(Math.max(nameColumn.getMinWidth(), left(fitting)));
    }

    private double left(Set<HotColumn> columns) {
        double left = table.getWidth() - BESIDE * TextSize.scale(preferences);
        for (HotColumn column : columns) {
            left -= figure(column).getWidth();
        }
        return left;
    }

    private static ObservableValue<HotRow> itself(CellDataFeatures<HotRow, HotRow> cell) {
        return new ReadOnlyObjectWrapper<>(cell.getValue());
    }

    private static void tip(Label label, TableColumn<HotRow, HotRow> column, String key) {
        label.getStyleClass().add("column-name");
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.setTooltip(new Tooltip(Messages.text(key)));
        column.setText(null);
        column.setGraphic(label);
    }

    /** Shows what took bytes by line, method, class, package or thread. */
    public void showBy(Segment segment) {
        segments.segmentProperty().set(segment);
    }

    /**
     * Puts all rows on the clipboard.
     *
     * @param csv whether as records of exact bytes rather than aligned for people
     */
    public void copyAll(boolean csv) {
        model.catchUp();
        PlainText.copy(csv ? RowsText.csv(model.rows()) : RowsText.aligned(model.rows()));
    }

    private void showSegment(Segment segment) {
        model.segmentProperty().set(segment);
        nameColumns();
    }

    private void nameColumns() {
        Segment segment = model.segmentProperty().get();
        boolean increment = segment == Segment.LINES && model.measureProperty().get() == Measure.INCREMENT;
        nameColumn.setText(Messages.text("hot.column." + segment.key()));
        bytesLabel.setText(Messages.text(increment ? "hot.column.increment" : "hot.column.self"));
    }

    private void sort() {
        if (table.getSortOrder().isEmpty()) {
            model.sortBy(SortKey.SHARE, true);
            return;
        }
        TableColumn<HotRow, ?> first = table.getSortOrder().get(0);
        model.sortBy(key(first), first.getSortType() == SortType.DESCENDING);
    }

    private static SortKey key(TableColumnBase<HotRow, ?> column) {
        return column.getUserData() instanceof HotColumn figure ? figure.sortKey() : SortKey.TITLE;
    }

    /** Puts the cursor into the search field. */
    public void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }
}

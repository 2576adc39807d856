package org.heapline.views.hotlines;

import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.heapline.views.fx.Fxml;
import org.heapline.views.session.Measure;
import org.heapline.views.settings.Preferences;
import org.heapline.views.text.Figures;
import org.heapline.views.text.Messages;

/** The table of hot lines. */
public final class HotLinesView {
    private final HotLinesViewModel model;
    private final Preferences preferences;
    private final Label bytesLabel = new Label();
    private final Parent root;

    @FXML
    private ToggleGroup segments;

    @FXML
    private ToggleButton linesButton;

    @FXML
    private ToggleButton methodsButton;

    @FXML
    private ToggleButton classesButton;

    @FXML
    private TextField search;

    @FXML
    private TableView<HotRow> table;

    @FXML
    private TableColumn<HotRow, HotRow> nameColumn;

    @FXML
    private TableColumn<HotRow, Number> bytesColumn;

    @FXML
    private TableColumn<HotRow, Number> rateColumn;

    @FXML
    private TableColumn<HotRow, Number> shareColumn;

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

    /** The view to put into a window. */
    public Parent root() {
        return root;
    }

    @FXML
    private void initialize() {
        linesButton.setUserData(Segment.LINES);
        methodsButton.setUserData(Segment.METHODS);
        classesButton.setUserData(Segment.CLASSES);
        segments.selectedToggleProperty().addListener((property, was, is) -> {
            if (is == null) {
                // One segment is always chosen: clicking it again does not take it away.
                segments.selectToggle(was);
            } else {
                showSegment((Segment) is.getUserData());
            }
        });
        model.queryProperty().bind(search.textProperty());
        emptyLabel.textProperty().bind(model.emptyTextProperty());
        columns();
        nameColumns();
        table.setItems(model.rows());
        table.setSortPolicy(sorted -> {
            sort();
            return true;
        });
        for (TableColumn<HotRow, ?> figures : List.of(shareColumn, bytesColumn, rateColumn)) {
            figures.setSortType(SortType.DESCENDING);
        }
        table.getSortOrder().add(shareColumn);
        table.setContextMenu(new MeasureMenu(model));
        bytesColumn.setContextMenu(new MeasureMenu(model));
        model.measureProperty().addListener((property, was, is) -> nameColumns());
        table.getSelectionModel().selectedItemProperty().addListener((property, was, is) -> {
            if (is != null && is != model.lookedAtRow()) {
                model.open(is);
            }
        });
        model.lookedAt().addListener((property, was, is) -> showLookedAt());
        model.rows().addListener((ListChangeListener<HotRow>) change -> {
            if (table.getSelectionModel().isEmpty()) {
                showLookedAt();
            }
        });
        showLookedAt();
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

    private void columns() {
        nameColumn.setCellValueFactory(cell -> new SimpleObjectProperty<>(cell.getValue()));
        nameColumn.setCellFactory(column -> new NameCell());
        revisions(bytesColumn);
        bytesColumn.setCellFactory(column -> new FigureCell(row -> Figures.mib(row.bytes())));
        revisions(rateColumn);
        rateColumn.setCellFactory(column -> new FigureCell(row -> Figures.mib(Math.round(row.perSecond()))));
        revisions(shareColumn);
        shareColumn.setCellFactory(column -> new ShareCell());
        tip(bytesLabel, bytesColumn, "hot.column.bytes.tip");
        tip(new Label(rateColumn.getText()), rateColumn, "hot.column.perSecond.tip");
        tip(new Label(shareColumn.getText()), shareColumn, "hot.column.share.tip");
        // The last columns keep their widths; the name takes what is left.
        nameColumn
                .prefWidthProperty()
                .bind(table.widthProperty()
                        .subtract(bytesColumn.widthProperty())
                        .subtract(rateColumn.widthProperty())
                        .subtract(shareColumn.widthProperty())
                        .subtract(9));
    }

    private static void revisions(TableColumn<HotRow, Number> column) {
        column.setCellValueFactory(cell -> cell.getValue().revisionProperty());
    }

    private static void tip(Label label, TableColumn<HotRow, Number> column, String key) {
        label.getStyleClass().add("column-name");
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.setTooltip(new Tooltip(Messages.text(key)));
        column.setText(null);
        column.setGraphic(label);
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

    private SortKey key(TableColumnBase<HotRow, ?> column) {
        if (column == nameColumn) {
            return SortKey.TITLE;
        }
        if (column == rateColumn) {
            return SortKey.PER_SECOND;
        }
        return column == shareColumn ? SortKey.SHARE : SortKey.BYTES;
    }
}

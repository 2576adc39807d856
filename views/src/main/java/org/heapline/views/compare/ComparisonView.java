package org.heapline.views.compare;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.transformation.SortedList;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.heapline.profile.LineChange;
import org.heapline.profile.format.ReportFormat;
import org.heapline.views.charts.OverlaidTimelines;
import org.heapline.views.fx.Fxml;
import org.heapline.views.fx.MenuItems;
import org.heapline.views.fx.PlainText;
import org.heapline.views.fx.Ties;
import org.heapline.views.session.Background;
import org.heapline.views.session.NoticeBar;
import org.heapline.views.session.WorkView;
import org.heapline.views.session.WorkViewModel;
import org.heapline.views.text.Figures;
import org.heapline.views.text.Messages;
import org.heapline.views.theme.Styles;
import org.heapline.views.theme.Themes;

/** The table of two snapshots, line by line. */
public final class ComparisonView implements AutoCloseable {
    private final VBox root;
    private final HBox foot;
    private final Ties ties = new Ties();

    @FXML
    private Label title;

    @FXML
    private Label totals;

    @FXML
    private TextField search;

    @FXML
    private MenuButton export;

    @FXML
    private CheckBox all;

    @FXML
    private StackPane timelines;

    @FXML
    private TableView<ComparedLine> table;

    @FXML
    private TableColumn<ComparedLine, ComparedLine> place;

    @FXML
    private TableColumn<ComparedLine, Long> before;

    @FXML
    private TableColumn<ComparedLine, Long> after;

    @FXML
    private TableColumn<ComparedLine, Long> change;

    @FXML
    private TableColumn<ComparedLine, Long> occurrences;

    @FXML
    private TableColumn<ComparedLine, String> text;

    /** The scroll bar and the borders, pixels. */
    private static final double BESIDE = 22;

    private static final double LEAST_TEXT = 160;

    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination FIND = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);

    /** What a comparison asks of the window. */
    public interface Actions {
        /** Asks for a file and writes the comparison in a format. */
        void export(ReportFormat format);

        /** Shows a line in the source of the later snapshot, or of the earlier one where only that has it. */
        void look(ComparedLine line);
    }

    /**
     * @param name what is compared with what
     * @param background does what is asked for here
     */
    public ComparisonView(
            String name, ComparisonViewModel model, Background background, Themes themes, Actions actions) {
        root = Fxml.load(this, "comparison.fxml");
        root.getChildren().add(1, new NoticeBar(background.noticeProperty(), "compare-notice", ties).node());
        OverlaidTimelines overlaid = new OverlaidTimelines(model.timelineBefore(), model.timelineAfter(), themes);
        overlaid.setAccessibleText(Messages.text("compare.timelines"));
        timelines.getChildren().add(overlaid);
        title.setText(name);
        totals.setText(model.totals());
        all.selectedProperty().bindBidirectional(model.unchangedTooProperty());
        search.textProperty().bindBidirectional(model.queryProperty());
        for (ReportFormat format : ReportFormat.values()) {
            export.getItems().add(MenuItems.of("toolbar.export." + format.key(), () -> actions.export(format)));
        }
        SortedList<ComparedLine> sorted = new SortedList<>(model.shown());
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setContextMenu(new ContextMenu(
                MenuItems.of("compare.look", () -> look(actions)),
                new SeparatorMenuItem(),
                MenuItems.of("hot.copy.text", () -> PlainText.copy(ComparedText.aligned(sorted))),
                MenuItems.of("hot.copy.csv", () -> PlainText.copy(ComparedText.csv(sorted)))));
        table.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                look(actions);
            }
        });
        root.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && table.isFocused()) {
                look(actions);
                event.consume();
            }
            if (FIND.match(event)) {
                search.requestFocus();
                event.consume();
            } else if (COPY.match(event) && table.isFocused()) {
                PlainText.copy(ComparedText.aligned(table.getSelectionModel().getSelectedItems()));
                event.consume();
            }
        });
        place.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        place.setComparator(Comparator.comparing(ComparedLine::place));
        place.setCellFactory(column -> new PlaceCell());
        figures(before, line -> line.change().selfBefore(), Figures::mib);
        figures(after, line -> line.change().selfAfter(), Figures::mib);
        figures(change, line -> line.change().delta(), Figures::mib);
        change.setCellFactory(column -> new ChangeCell(model::largestChange));
        figures(occurrences, ComparedLine::occurrences, ComparisonView::signedCount);
        text.setCellValueFactory(row ->
                new ReadOnlyObjectWrapper<>(row.getValue().change().text().strip()));
        // The code takes what the figures leave, so that nothing scrolls sideways where there is room.
        DoubleBinding left = table.widthProperty().subtract(BESIDE);
        for (TableColumn<?, ?> column : List.of(place, before, after, change, occurrences)) {
            left = left.subtract(column.widthProperty());
        }
        text.prefWidthProperty().bind(Bindings.max(LEAST_TEXT, left));
        Label status = new Label();
        status.getStyleClass().addAll("status-text", Styles.MUTED);
        status.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Messages.text("compare.status", model.shown().size()), model.shown()));
        foot = new HBox(status, new WorkView(new WorkViewModel(background.doings(), ties), "compare").node());
        foot.setAlignment(Pos.CENTER_LEFT);
    }

    private void look(Actions actions) {
        ComparedLine chosen = table.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            actions.look(chosen);
        }
    }

    private static void figures(
            TableColumn<ComparedLine, Long> column,
            ToLongFunction<ComparedLine> value,
            Function<Long, String> written) {
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.applyAsLong(row.getValue())));
        column.setCellFactory(any -> new FigureCell(written));
    }

    private static String signedCount(long count) {
        return count > 0 ? "+" + Figures.count(count) : Figures.count(count);
    }

    private static final class FigureCell extends TableCell<ComparedLine, Long> {
        private final Function<Long, String> written;

        FigureCell(Function<Long, String> written) {
            this.written = written;
            getStyleClass().add("figure");
        }

        @Override
        protected void updateItem(Long value, boolean empty) {
            super.updateItem(value, empty);
            setText(empty || value == null ? null : written.apply(value));
        }
    }

    private static final class PlaceCell extends TableCell<ComparedLine, ComparedLine> {
        private final Label first = new Label();
        private final Label second = new Label();
        private final VBox both = new VBox(first, second);

        PlaceCell() {
            second.getStyleClass().addAll(Styles.SMALL, Styles.MUTED);
        }

        @Override
        protected void updateItem(ComparedLine line, boolean empty) {
            super.updateItem(line, empty);
            if (empty || line == null) {
                setGraphic(null);
                return;
            }
            first.setText(line.place());
            LineChange.State state = line.change().state();
            boolean both = state != LineChange.State.NEW && state != LineChange.State.GONE;
            second.setText(both ? line.where() : line.where() + " · " + Messages.text("compare." + state.key()));
            setGraphic(this.both);
        }
    }

    public Parent node() {
        return root;
    }

    /** What stands in the foot of the window. */
    public Parent status() {
        return foot;
    }

    /** Lets go of what is followed. */
    @Override
    public void close() {
        ties.close();
    }
}

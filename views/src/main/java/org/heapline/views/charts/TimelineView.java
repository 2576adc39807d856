package org.heapline.views.charts;

import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.DoubleBinding;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.heapline.views.fx.Fxml;
import org.heapline.views.fx.MenuItems;
import org.heapline.views.fx.Ties;
import org.heapline.views.session.SessionDesk;
import org.heapline.views.session.SessionViewModel;
import org.heapline.views.session.TimeWindow;
import org.heapline.views.text.Messages;
import org.heapline.views.theme.Styles;
import org.heapline.views.theme.Themes;

/** The live chart with its legend. */
public final class TimelineView {
    private static final double FINE = 2;

    /** The chart and what is around it, in pixels. */
    private static final double LEAST_CHART = 130;

    private final SessionDesk desk;
    private final SessionViewModel session;
    private final VBox root;

    @FXML
    private Legend legend;

    @FXML
    private Label heap;

    @FXML
    private Label committed;

    @FXML
    private Label rss;

    @FXML
    private Label rate;

    @FXML
    private Label peak;

    @FXML
    private Label baseline;

    @FXML
    private Label growth;

    /**
     * @param desk asks for files
     * @param ties let go of the session when the chart does
     */
    public TimelineView(TimelineViewModel model, Themes themes, SessionDesk desk, Ties ties) {
        this.desk = desk;
        session = model.session();
        root = Fxml.load(this, "timeline.fxml");
        heap.textProperty().bind(model.heapProperty());
        committed.textProperty().bind(model.committedProperty());
        rss.textProperty().bind(model.rssProperty());
        rate.textProperty().bind(model.rateProperty());
        peak.textProperty().bind(model.peakProperty());
        baseline.textProperty().bind(model.baselineProperty());
        growth.textProperty().bind(model.growthProperty());
        model.leakLikeProperty().addListener((property, was, is) -> colour(is));
        colour(model.leakLikeProperty().get());
        TimeWindow window = model.session().window();
        TimelineChart chart = new TimelineChart(themes, range -> {
            if (range == null) {
                window.clear();
            } else {
                window.select(range);
            }
        });
        chart.setId("timeline-chart");
        chart.setAccessibleText(Messages.text("chart.accessible"));
        ties.follow(window.rangeProperty(), (property, was, is) -> chart.range(is));
        chart.range(window.rangeProperty().get());
        ties.follow(
                model.session().flags(),
                changed -> chart.flags(List.copyOf(model.session().flags())));
        chart.flags(List.copyOf(model.session().flags()));
        VBox.setVgrow(chart, Priority.ALWAYS);
        ContextMenu menu = new ContextMenu(
                MenuItems.of("chart.whole", chart::whole),
                MenuItems.of("chart.save.png", this::save),
                MenuItems.of("chart.save.svg", () -> desk.saveDrawing(model.session())));
        chart.setOnContextMenuRequested(event -> menu.show(chart, event.getScreenX(), event.getScreenY()));
        root.getChildren().add(chart);
        InvalidationListener show = changed ->
                chart.show(session.snapshot(), session.armedProperty().get());
        ties.follow(session.snapshotProperty(), show);
        ties.follow(session.armedProperty(), show);
        ties.follow(session.stateProperty(), (property, was, is) -> chart.catchUp());
        chart.show(session.snapshot(), session.armedProperty().get());
    }

    /** Asks for a file and writes chart and legend there as a picture. */
    public void save() {
        desk.savePicture(session, picture());
    }

    /** Chart and legend, fine enough for print. */
    private Image picture() {
        return FinePicture.of(root, FINE);
    }

    private void colour(boolean leakLike) {
        growth.pseudoClassStateChanged(Styles.FAILED, leakLike);
    }

    /** The height at which chart and legend can still be read, in pixels; narrow legends take more rows. */
    public DoubleBinding leastHeight() {
        return legend.heightProperty().add(LEAST_CHART);
    }

    public Parent node() {
        return root;
    }
}

package org.heapline.views.tab;

import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.heapline.views.charts.RangeBar;
import org.heapline.views.charts.TimelineView;
import org.heapline.views.charts.TimelineViewModel;
import org.heapline.views.fx.Fxml;
import org.heapline.views.fx.Ties;
import org.heapline.views.hotlines.Segment;
import org.heapline.views.session.MaxMemViewModel;
import org.heapline.views.session.NoticeBar;
import org.heapline.views.session.SessionDesk;
import org.heapline.views.session.SessionViewModel;
import org.heapline.views.session.StatusView;
import org.heapline.views.session.StatusViewModel;
import org.heapline.views.session.ToolbarView;
import org.heapline.views.session.ToolbarViewModel;
import org.heapline.views.settings.TextSize;
import org.heapline.views.source.Editor;
import org.heapline.views.theme.Themes;

/** The tab of a session: toolbar, notice, chart, hot lines or the paused thread, source. */
public final class SessionTabView implements TabActions, AutoCloseable {
    /** The part of the width that the hot lines get, and how it grows with the text. */
    private static final double LEFT_SHARE = 0.4;

    private static final double LARGER_TEXT = 0.7;

    /** Pixels below which the divider does not push the sides, as long as there is room for both and what is between. */
    private static final double LEAST_LEFT = 320;

    private static final double LEAST_RIGHT = 380;
    private static final double BETWEEN = 4;

    private final SessionViewModel session;
    private final SessionParts parts;
    private final TimelineView timeline;
    private final StatusView status;
    private final Parent root;
    private final Ties ties = new Ties();

    @FXML
    private BorderPane frame;

    @FXML
    private VBox body;

    @FXML
    private StackPane chart;

    @FXML
    private SplitPane upright;

    @FXML
    private VBox tables;

    @FXML
    private SplitPane split;

    @FXML
    private StackPane left;

    @FXML
    private StackPane right;

    public SessionTabView(SessionViewModel session, Themes themes, SessionDesk desk) {
        this.session = session;
        root = Fxml.load(this, "session-tab.fxml");
        frame.setTop(new ToolbarView(
                        session, new ToolbarViewModel(session, ties), new MaxMemViewModel(session, ties), desk, ties)
                .node());
        timeline = new TimelineView(new TimelineViewModel(session, ties), themes, desk, ties);
        chart.getChildren().add(timeline.node());
        chart.minHeightProperty().bind(timeline.leastHeight());
        parts = new SessionParts(session, desk.preferences(), () -> desk.choose(session), () -> desk.heapDump(session));
        split.setDividerPositions(LEFT_SHARE * Math.pow(TextSize.scale(desk.preferences()), LARGER_TEXT));
        Dividers.remember(split, "divider.tables", desk.preferences());
        Dividers.remember(upright, "divider.chart", desk.preferences());
        leaveRoom(left, LEAST_LEFT);
        leaveRoom(right, LEAST_RIGHT);
        right.getChildren().add(parts.source().root());
        SplitPane.setResizableWithParent(left, false);
        status = new StatusView(new StatusViewModel(session, ties), ties);
        ties.follow(session.requests().questionProperty(), (property, was, is) -> {
            if (is != null) {
                desk.ask(is);
            }
        });
        ties.follow(session.pausedProperty(), changed -> showLeft());
        showLeft();
        SplitPane.setResizableWithParent(chart, false);
        tables.getChildren().add(0, new RangeBar(session, ties).node());
        body.getChildren().add(0, new NoticeBar(session.noticeProperty(), "notice", ties).node());
    }

    private void leaveRoom(Region side, double least) {
        side.minWidthProperty()
                .bind(Bindings.min(
                        least, frame.widthProperty().multiply(least / (LEAST_LEFT + LEAST_RIGHT + BETWEEN))));
    }

    private void showLeft() {
        boolean paused = session.pausedProperty().get() != null;
        Node shown = paused ? parts.paused() : parts.hotLines();
        if (!left.getChildren().contains(shown)) {
            left.getChildren().setAll(shown);
        }
    }

    public Parent node() {
        return root;
    }

    /** The status bar of this session, for the foot of the window. */
    public Parent status() {
        return status.node();
    }

    @Override
    public void find() {
        parts.source().find();
    }

    @Override
    public void searchHotLines() {
        parts.searchHotLines();
    }

    @Override
    public void showBy(Segment segment) {
        parts.table().showBy(segment);
    }

    @Override
    public void copyHotLines(boolean csv) {
        parts.table().copyAll(csv);
    }

    @Override
    public void saveChart() {
        timeline.save();
    }

    @Override
    public void openIn(Editor editor) {
        parts.source().openIn(editor);
    }

    @Override
    public void jumpToHot(boolean down) {
        parts.source().jumpToHot(down);
    }

    @Override
    public void followCall() {
        parts.source().followCall();
    }

    @Override
    public void visit(boolean back) {
        parts.source().visit(back);
    }

    @Override
    public void editSourceFolders() {
        parts.source().editFolders();
    }

    /** Whether nothing is being looked for. */
    public boolean settled() {
        return parts.settled();
    }

    @Override
    public void close() {
        // The session may go on in other nodes, which ask and show instead.
        ties.close();
        parts.close();
    }
}

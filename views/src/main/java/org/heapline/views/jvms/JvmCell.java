package org.heapline.views.jvms;

import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.heapline.client.JvmProcess;
import org.heapline.views.fx.Fxml;
import org.heapline.views.jvms.JvmRow.Link;
import org.heapline.views.text.Figures;
import org.heapline.views.text.Messages;
import org.heapline.views.theme.Styles;
import org.heapline.views.theme.Themes;
import org.jspecify.annotations.Nullable;

/** One row of the list: name, badges, pid · JDK · uptime, and the heap's sparkline or the progress of an attach. */
final class JvmCell extends ListCell<JvmRow> {
    private final JvmListView.Actions actions;
    private final Region content;
    private final SparklineCanvas sparkline;
    private final Tooltip tooltip = new Tooltip();
    private final InvalidationListener shower = changed -> show();

    /** Rows outlive the list that is thrown away with its cells. */
    private final InvalidationListener refresh = new WeakInvalidationListener(shower);

    private @Nullable JvmRow row;

    @FXML
    private Label name;

    @FXML
    private Label badge;

    @FXML
    private Label container;

    @FXML
    private Label profiled;

    @FXML
    private Label details;

    @FXML
    private StackPane right;

    @FXML
    private HBox attaching;

    @FXML
    private ProgressIndicator spinner;

    @FXML
    private Button cancel;

    @FXML
    private Button attach;

    JvmCell(Themes themes, JvmListView.Actions actions) {
        this.actions = actions;
        content = Fxml.load(this, "jvm-cell.fxml");
        sparkline = new SparklineCanvas(themes);
        right.getChildren().add(0, sparkline);
        setPrefWidth(0);
        hoverProperty().addListener(changed -> offer());
        selectedProperty().addListener(changed -> offer());
        setOnMouseClicked(event -> {
            if (event.getClickCount() == 2 && row != null) {
                actions.open(row);
            }
        });
    }

    @FXML
    private void cancel() {
        if (row != null) {
            actions.cancel(row);
        }
    }

    @Override
    protected void updateItem(JvmRow item, boolean empty) {
        super.updateItem(item, empty);
        if (row != null) {
            row.processProperty().removeListener(refresh);
            row.detailsProperty().removeListener(refresh);
            row.linkProperty().removeListener(refresh);
            row.failureProperty().removeListener(refresh);
        }
        row = empty ? null : item;
        if (row == null) {
            setGraphic(null);
            setTooltip(null);
            sparkline.show(null, false);
            pseudoClassStateChanged(Styles.REFUSED, false);
            return;
        }
        row.processProperty().addListener(refresh);
        row.detailsProperty().addListener(refresh);
        row.linkProperty().addListener(refresh);
        row.failureProperty().addListener(refresh);
        setGraphic(content);
        setTooltip(tooltip);
        show();
    }

    private void show() {
        JvmRow shown = row;
        if (shown == null) {
            return;
        }
        JvmProcess jvm = shown.process();
        Link link = shown.linkProperty().get();
        String failure = shown.failureProperty().get();
        name.setText(jvm.name());
        show(badge, jvm.jdwp());
        show(container, jvm.container());
        show(profiled, shown.profiledByOther() != 0);
        details.setText(failure.isEmpty() ? shown.detailsProperty().get() : failure);
        details.pseudoClassStateChanged(Styles.FAILED, !failure.isEmpty());
        attaching.setVisible(link == Link.ATTACHING);
        attaching.setManaged(link == Link.ATTACHING);
        // A spinner that is not seen would still animate.
        spinner.setProgress(link == Link.ATTACHING ? ProgressIndicator.INDETERMINATE_PROGRESS : 1);
        sparkline.show(link == Link.ATTACHING ? null : shown.sparkline(), link == Link.ATTACHED);
        pseudoClassStateChanged(Styles.REFUSED, !jvm.attachable());
        tooltip.setText(tip(shown, failure));
        offer();
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    /** One click attaches: the button stands on the row under the pointer, and on the chosen one. */
    private void offer() {
        JvmRow shown = row;
        boolean offered = shown != null
                && shown.process().attachable()
                && shown.linkProperty().get() == Link.NONE
                && (isHover() || isSelected());
        show(attach, offered);
        show(right, shown != null && !offered && hasMore(shown));
    }

    private static boolean hasMore(JvmRow row) {
        // One that another Heapline profiles needs the room for its name.
        return row.linkProperty().get() != Link.NONE || row.hasHeap() && row.profiledByOther() == 0;
    }

    @FXML
    private void attach() {
        JvmRow shown = row;
        if (shown != null) {
            actions.open(shown);
        }
    }

    private static String tip(JvmRow row, String failure) {
        JvmProcess jvm = row.process();
        String first = jvm.name() + "\n" + Messages.text("jvms.tip", jvm.pid() + "", jvm.user(), jvm.jdk());
        if (jvm.heapUsed() >= 0) {
            first += "\n" + Messages.text("jvms.tip.heap", Figures.bytes(jvm.heapUsed()));
        }
        if (row.profiledByOther() != 0) {
            first += "\n" + Messages.text("jvms.tip.profiled", row.profiledByOther() + "");
        }
        String whyNot = jvm.whyNot();
        if (!failure.isEmpty()) {
            return first + "\n" + failure;
        }
        return first + "\n" + (whyNot == null ? Messages.text("jvms.tip.attach") : whyNot);
    }
}

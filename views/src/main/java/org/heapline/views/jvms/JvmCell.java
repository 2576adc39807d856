package org.heapline.views.jvms;

import javafx.beans.InvalidationListener;
import javafx.fxml.FXML;
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
import org.heapline.views.text.Messages;
import org.heapline.views.theme.Styles;
import org.heapline.views.theme.Themes;
import org.jspecify.annotations.Nullable;

/** One row of the list: name, badge, pid · JDK · uptime, and the heap's sparkline or the progress of an attach. */
final class JvmCell extends ListCell<JvmRow> {
    private final JvmListView.Actions actions;
    private final Region content;
    private final SparklineCanvas sparkline;
    private final Tooltip tooltip = new Tooltip();
    private final InvalidationListener refresh = changed -> show();
    private @Nullable JvmRow row;

    @FXML
    private Label name;

    @FXML
    private Label badge;

    @FXML
    private Label container;

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
            sparkline.show(null);
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
        badge.setVisible(jvm.jdwp());
        badge.setManaged(jvm.jdwp());
        container.setVisible(jvm.container());
        container.setManaged(jvm.container());
        details.setText(failure.isEmpty() ? shown.detailsProperty().get() : failure);
        details.pseudoClassStateChanged(Styles.FAILED, !failure.isEmpty());
        attaching.setVisible(link == Link.ATTACHING);
        attaching.setManaged(link == Link.ATTACHING);
        // A spinner that is not seen would still animate.
        spinner.setProgress(link == Link.ATTACHING ? ProgressIndicator.INDETERMINATE_PROGRESS : 1);
        sparkline.show(link == Link.ATTACHED ? shown.sparkline() : null);
        right.setManaged(link != Link.NONE);
        right.setVisible(link != Link.NONE);
        pseudoClassStateChanged(Styles.REFUSED, !jvm.attachable());
        tooltip.setText(tip(jvm, failure));
        offer();
    }

    /** One click attaches: the button stands on the row under the pointer, and on the chosen one. */
    private void offer() {
        JvmRow shown = row;
        boolean offered = shown != null
                && shown.process().attachable()
                && shown.linkProperty().get() == Link.NONE
                && (isHover() || isSelected());
        attach.setVisible(offered);
        attach.setManaged(offered);
    }

    @FXML
    private void attach() {
        JvmRow shown = row;
        if (shown != null) {
            actions.open(shown);
        }
    }

    private static String tip(JvmProcess jvm, String failure) {
        String first = jvm.name() + "\n" + Messages.text("jvms.tip", jvm.pid() + "", jvm.user(), jvm.jdk());
        String whyNot = jvm.whyNot();
        if (!failure.isEmpty()) {
            return first + "\n" + failure;
        }
        return first + "\n" + (whyNot == null ? Messages.text("jvms.tip.attach") : whyNot);
    }
}

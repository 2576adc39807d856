package org.heapline.views.session;

import javafx.animation.PauseTransition;
import javafx.beans.property.ObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.heapline.views.fx.Fxml;
import org.heapline.views.fx.Ties;
import org.heapline.views.theme.Styles;
import org.jspecify.annotations.Nullable;

/** The line that says what was done or failed. What was done goes by itself; what failed stays until it is closed. */
public final class NoticeBar {
    private static final Duration SHOWN = Duration.seconds(8);

    private final ObjectProperty<@Nullable Notice> notice;
    private final PauseTransition going = new PauseTransition(SHOWN);
    private final HBox root;

    @FXML
    private Label text;

    /**
     * @param notice is shown, and set to null when closed
     * @param id of the node; its text has the same with {@code -text}
     * @param ties let go of it when the bar does
     */
    public NoticeBar(ObjectProperty<@Nullable Notice> notice, String id, Ties ties) {
        this.notice = notice;
        root = Fxml.load(this, "notice.fxml");
        root.setId(id);
        text.setId(id + "-text");
        going.setOnFinished(event -> notice.set(null));
        ties.follow(notice, (property, was, is) -> show(is));
        show(notice.get());
    }

    private void show(@Nullable Notice now) {
        going.stop();
        root.setVisible(now != null);
        root.setManaged(now != null);
        if (now == null) {
            return;
        }
        text.setText(now.text());
        boolean failed = now.kind() == Notice.Kind.FAILED;
        root.pseudoClassStateChanged(Styles.FAILED, failed);
        if (!failed) {
            going.playFromStart();
        }
    }

    @FXML
    private void close() {
        notice.set(null);
    }

    public HBox node() {
        return root;
    }
}

package org.heapline.views.charts;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.heapline.profile.TimeRange;
import org.heapline.views.fx.Fxml;
import org.heapline.views.fx.Ties;
import org.heapline.views.session.SessionViewModel;
import org.heapline.views.text.Figures;
import org.heapline.views.text.Messages;
import org.jspecify.annotations.Nullable;

/** The line above the tables that says that they show a range of time only, and leads back to the whole session. */
public final class RangeBar {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

    private final SessionViewModel session;
    private final HBox root;

    @FXML
    private Label text;

    /** @param ties let go of the session when the node does */
    public RangeBar(SessionViewModel session, Ties ties) {
        this.session = session;
        root = Fxml.load(this, "range-bar.fxml");
        ties.follow(session.window().rangeProperty(), (property, was, is) -> show(is));
        show(session.window().rangeProperty().get());
    }

    private void show(@Nullable TimeRange range) {
        root.setVisible(range != null);
        root.setManaged(range != null);
        if (range != null) {
            Instant begin = session.snapshot().startedAt();
            text.setText(Messages.text(
                    "chart.range",
                    CLOCK.format(begin.plusMillis(range.fromMillis())),
                    CLOCK.format(begin.plusMillis(range.toMillis())),
                    Figures.seconds(range.millis())));
        }
    }

    @FXML
    private void clear() {
        session.window().clear();
    }

    public Parent node() {
        return root;
    }
}

package org.heapline.views.source;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.heapline.profile.LineHistory.Taken;
import org.heapline.views.session.Measure;
import org.heapline.views.text.Figures;
import org.heapline.views.text.Messages;

/** What a line took over time, shown while the pointer rests on its figures. */
final class LineHistoryTip extends Tooltip {
    private static final double WIDTH = 260;
    private static final double HEIGHT = 56;
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

    private final SourceViewModel model;
    private final Label text = new Label();
    private final Canvas canvas = new Canvas(WIDTH, HEIGHT);
    private final Region ink = new Region();

    LineHistoryTip(SourceViewModel model) {
        this.model = model;
        getStyleClass().add("history-tip");
        ink.getStyleClass().add("history-ink");
        ink.setManaged(false);
        setGraphic(new VBox(4, text, canvas, ink));
        setShowDelay(Duration.millis(450));
    }

    /** Reads the history of a line, and draws it when it is there. */
    void read(int line) {
        text.setText(Messages.text("source.history.none"));
        canvas.getGraphicsContext2D().clearRect(0, 0, WIDTH, HEIGHT);
        model.history(line, this::draw);
    }

    private void draw(List<Taken> history) {
        Measure measure = model.measureProperty().getValue();
        double[] rates =
                history.stream().mapToDouble(taken -> rate(taken, measure)).toArray();
        double most = 0;
        int top = -1;
        for (int i = 0; i < rates.length; i++) {
            if (rates[i] > most) {
                most = rates[i];
                top = i;
            }
        }
        if (top < 0) {
            return;
        }
        Instant when = model.startedAt().plusMillis(history.get(top).time().toMillis());
        text.setText(Messages.text(
                "source.history",
                Figures.bytes(Math.round(rates[rates.length - 1])),
                Figures.bytes(Math.round(most)),
                CLOCK.format(when)));
        line(history, rates, most);
    }

    private void line(List<Taken> history, double[] rates, double most) {
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.clearRect(0, 0, WIDTH, HEIGHT);
        double begin = history.get(0).time().fromMillis();
        double span = Math.max(1, history.get(history.size() - 1).time().toMillis() - begin);
        var fills = ink.getBackground() == null ? null : ink.getBackground().getFills();
        if (fills != null && !fills.isEmpty()) {
            pen.setFill(fills.get(0).getFill());
        }
        for (int i = 0; i < rates.length; i++) {
            double from = (history.get(i).time().fromMillis() - begin) / span * WIDTH;
            double to = (history.get(i).time().toMillis() - begin) / span * WIDTH;
            double height = Math.max(0, rates[i]) / most * (HEIGHT - 2);
            pen.fillRect(from, HEIGHT - height, Math.max(1, to - from - (to - from > 3 ? 1 : 0)), height);
        }
    }

    private static double rate(Taken taken, Measure measure) {
        long bytes = measure == Measure.SELF ? taken.self() : taken.increment();
        return bytes * 1000.0 / Math.max(1, taken.time().millis());
    }
}

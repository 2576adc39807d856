package org.heapline.views.snapshots;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.heapline.views.text.Figures;
import org.heapline.views.text.Messages;
import org.heapline.views.theme.Styles;

/** One saved snapshot: its name, when it was saved, how large it is. */
final class SnapshotCell extends ListCell<SavedSnapshot> {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Label name = new Label();
    private final Label details = new Label();
    private final VBox content = new VBox(name, details);
    private final Tooltip tooltip = new Tooltip();

    SnapshotCell(Consumer<SavedSnapshot> open) {
        name.getStyleClass().addAll(Styles.STRONG, "row-name");
        details.getStyleClass().addAll(Styles.SMALL, Styles.MUTED);
        content.getStyleClass().add("list-row");
        setPrefWidth(0);
        setOnMouseClicked(event -> {
            if (event.getClickCount() == 2 && getItem() != null) {
                open.accept(getItem());
            }
        });
    }

    @Override
    protected void updateItem(SavedSnapshot item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setTooltip(null);
            return;
        }
        name.setText(item.name());
        details.setText(when(item) + " · " + (item.note().isEmpty() ? Figures.bytes(item.bytes()) : item.note()));
        tooltip.setText(item.note().isEmpty() ? item.file().toString() : item.note() + "\n" + item.file());
        setGraphic(content);
        setTooltip(tooltip);
    }

    private static String when(SavedSnapshot item) {
        LocalDateTime time = LocalDateTime.ofInstant(item.savedAt(), ZoneId.systemDefault());
        return time.toLocalDate().equals(LocalDate.now(ZoneId.systemDefault()))
                ? Messages.text("snapshots.today", CLOCK.format(time))
                : DateTimeFormatter.ofPattern("d MMM HH:mm", Messages.language())
                        .format(time);
    }
}

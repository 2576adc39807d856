package org.heapline.views.source;

import java.util.Set;
import javafx.scene.control.MenuItem;
import org.heapline.views.fx.Ties;
import org.heapline.views.settings.Preferences;

/** Which columns stand beside the code: as remembered, as chosen in the menu, as many as there is room for. */
final class ShownColumns implements AutoCloseable {
    private static final String REMEMBERED = "source.columns";

    private final SourceViewModel model;
    private final Preferences preferences;
    private final GutterWidths widths;
    private final Runnable chosen;
    private final SourceHeader header;
    private final Ties ties = new Ties();
    private double room;

    /** @param chosen is told when others were chosen */
    ShownColumns(SourceViewModel model, Preferences preferences, GutterWidths widths, Runnable chosen) {
        this.model = model;
        this.preferences = preferences;
        this.widths = widths;
        this.chosen = chosen;
        header = new SourceHeader(widths);
        header.heatOf(model.measureProperty().getValue());
        ties.follow(model.measureProperty(), (property, was, is) -> {
            header.heatOf(is);
            fit();
        });
        widths.show(preferences.constants(REMEMBERED, GutterColumn.class, GutterColumn.FIRST));
    }

    /** Their names. */
    SourceHeader header() {
        return header;
    }

    /** The items of the menu that chooses them, as they are now. */
    MenuItem[] items() {
        return ColumnsMenu.items(model, widths, this::choose);
    }

    private void choose(Set<GutterColumn> wanted) {
        // What is asked for is shown, however narrow the view is now.
        widths.room(Double.MAX_VALUE, heat());
        widths.show(wanted);
        preferences.put(REMEMBERED, wanted);
        chosen.run();
    }

    /** Fits them and the code into so many pixels; 0 before the view is laid out. */
    void fit(double pixels) {
        room = pixels;
        fit();
    }

    private void fit() {
        widths.room(room <= 0 ? Double.MAX_VALUE : room, heat());
    }

    private GutterColumn heat() {
        return SourceHeader.column(model.measureProperty().getValue());
    }

    /** Lets go of the session. */
    @Override
    public void close() {
        ties.close();
    }
}

package org.heapline.views.session;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.heapline.profile.format.ReportFormat;
import org.heapline.views.snapshots.SavedSnapshot;
import org.heapline.views.text.Messages;

/** What a session can be exported to and compared with, as entries of a menu. */
final class ReportMenus {
    private final SessionViewModel session;
    private final SessionDesk desk;

    ReportMenus(SessionViewModel session, SessionDesk desk) {
        this.session = session;
        this.desk = desk;
    }

    /** @param ids what the ids of the entries begin with */
    List<MenuItem> exports(String ids) {
        List<MenuItem> items = new ArrayList<>();
        MenuItem snapshot = new MenuItem(Messages.text("toolbar.export.snapshot"));
        snapshot.setId(ids + "snapshot");
        snapshot.setOnAction(event -> desk.exportSnapshot(session));
        items.add(snapshot);
        items.add(new SeparatorMenuItem());
        for (ReportFormat format : ReportFormat.values()) {
            MenuItem item = new MenuItem(Messages.text("toolbar.export." + format.key()));
            item.setId(ids + format.key());
            item.setOnAction(event -> desk.export(session, format));
            items.add(item);
        }
        return items;
    }

    /** The saved snapshots of this moment, and any other file. */
    List<MenuItem> comparisons() {
        List<MenuItem> items = new ArrayList<>();
        for (SavedSnapshot file : desk.snapshots()) {
            MenuItem item = new MenuItem(file.name());
            item.setMnemonicParsing(false);
            item.setOnAction(event -> desk.compare(file.file(), session));
            items.add(item);
        }
        if (!items.isEmpty()) {
            items.add(new SeparatorMenuItem());
        }
        MenuItem other = new MenuItem(Messages.text("toolbar.compare.other"));
        other.setOnAction(event -> desk.compareOther(session));
        items.add(other);
        return items;
    }
}

package org.heapline.views.session;

import java.util.List;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import org.heapline.views.text.Messages;

/** The last button of the toolbar: what is rarely needed, and what the toolbar has no room for. */
final class MoreMenu {
    private final Menu export = new Menu(Messages.text("toolbar.export"));
    private final Menu compare = new Menu(Messages.text("toolbar.compare"));
    private final MenuItem collect = new MenuItem(Messages.text("toolbar.gc.long"));
    private final MenuItem detach = new MenuItem(Messages.text("toolbar.detach"));
    private final SeparatorMenuItem between = new SeparatorMenuItem();
    private final MenuItem dump = new MenuItem(Messages.text("toolbar.heap-dump"));
    private final MenuItem reset = new MenuItem(Messages.text("toolbar.reset"));

    MoreMenu(MenuButton button, SessionViewModel session, SessionDesk desk, ReportMenus reports) {
        export.getItems().setAll(reports.exports("more-export-"));
        collect.setOnAction(event -> session.requests().collect());
        detach.setOnAction(event -> session.requests().detach());
        dump.setOnAction(event -> desk.heapDump(session));
        reset.setOnAction(event -> session.requests().reset());
        reset.setAccelerator(KeyCombination.valueOf("Shortcut+R"));
        button.getItems().setAll(export, compare, collect, detach, between, dump, reset);
        boolean live = session.session() != null;
        List.of(dump, reset).forEach(item -> item.setVisible(live));
        button.setOnShowing(event -> compare.getItems().setAll(reports.comparisons()));
        compare.getItems().setAll(reports.comparisons());
        fold(false, false);
    }

    /**
     * @param figures whether the toolbar has no room for what is done with the figures
     * @param program nor for what is done with the program
     */
    void fold(boolean figures, boolean program) {
        List.of(export, compare).forEach(item -> item.setVisible(figures));
        List.of(collect, detach).forEach(item -> item.setVisible(program && dump.isVisible()));
        between.setVisible(figures && dump.isVisible());
    }

    void enable(boolean live) {
        List.of(collect, detach, dump, reset).forEach(item -> item.setDisable(!live));
    }
}

package org.heapline.views.shell;

import java.util.function.BooleanSupplier;
import javafx.scene.Parent;
import org.heapline.views.compare.ComparisonView;
import org.heapline.views.compare.ComparisonViewModel;
import org.heapline.views.tab.SessionTabView;
import org.heapline.views.tab.TabActions;
import org.heapline.views.theme.Themes;
import org.jspecify.annotations.Nullable;

/**
 * The nodes of a tab.
 *
 * @param node what fills the tab
 * @param status what stands in the foot of the window meanwhile
 * @param actions what keys and palette do in it; null where there is nothing of the kind
 * @param settled whether everything is there to be seen
 * @param end lets go of what the nodes follow
 */
record TabContent(Parent node, Parent status, @Nullable TabActions actions, BooleanSupplier settled, Runnable end)
        implements AutoCloseable {
    static TabContent of(WindowTab tab, Themes themes, WindowDesk desk) {
        if (tab instanceof WindowTab.OfComparison compared) {
            ComparisonView view = new ComparisonView(
                    compared.title(),
                    new ComparisonViewModel(compared.comparison()),
                    compared.background(),
                    themes,
                    new ComparisonActions(compared, desk));
            return new TabContent(view.node(), view.status(), null, () -> true, view::close);
        }
        SessionTabView view = new SessionTabView(((WindowTab.OfSession) tab).session(), themes, desk);
        return new TabContent(view.node(), view.status(), view, view::settled, view::close);
    }

    @Override
    public void close() {
        end.run();
    }
}

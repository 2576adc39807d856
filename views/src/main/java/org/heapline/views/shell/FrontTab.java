package org.heapline.views.shell;

import java.util.List;
import java.util.Optional;
import org.heapline.views.palette.Command;
import org.heapline.views.tab.TabActions;
import org.jspecify.annotations.Nullable;

/** The tab that a window shows: what its keys and its palette are about. */
interface FrontTab {
    /** The tab itself; null if the window has none. */
    @Nullable
    WindowTab shown();

    /** What can be done in it. */
    Optional<TabActions> actions();

    /** Whether the window is the tab's own. */
    boolean apart();

    /** What can be done with the tab itself: move it, close it. */
    List<Command> commands();
}

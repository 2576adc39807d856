package org.heapline.views.shell;

import org.heapline.profile.Comparison;
import org.heapline.views.session.SessionViewModel;

/** What a tab of the main window shows. */
public sealed interface WindowTab {
    /** The text on the tab. */
    String title();

    /** A live session or a saved snapshot. */
    record OfSession(SessionViewModel session) implements WindowTab {
        @Override
        public String title() {
            return session.title();
        }
    }

    /** Two snapshots, line by line. */
    record OfComparison(String title, Comparison comparison) implements WindowTab {}
}

package org.heapline.views.shell;

import java.nio.file.Path;
import java.util.List;
import org.heapline.profile.Comparison;
import org.heapline.views.session.Background;
import org.heapline.views.session.SessionViewModel;
import org.jspecify.annotations.Nullable;

/** What a tab of the main window shows. */
public sealed interface WindowTab {
    /** The text on the tab. */
    String title();

    /** Does what takes a while and is asked for in the tab. */
    Background background();

    /**
     * A live session or a saved snapshot.
     *
     * @param file the snapshot; null for a session
     */
    record OfSession(SessionViewModel session, @Nullable Path file) implements WindowTab {
        /** A live session. */
        OfSession(SessionViewModel session) {
            this(session, null);
        }

        @Override
        public String title() {
            return session.title();
        }

        @Override
        public Background background() {
            return session.background();
        }
    }

    /**
     * Two snapshots, line by line.
     *
     * @param files the earlier and the later one, if both are saved; else none
     * @param background does what is asked for here; its notice is shown here too
     */
    record OfComparison(String title, Comparison comparison, List<Path> files, Background background)
            implements WindowTab {
        public OfComparison {
            files = List.copyOf(files);
        }
    }
}

package org.heapline.views.session;

import java.util.List;
import javafx.scene.Node;
import org.heapline.views.hotlines.HotLinesView;
import org.heapline.views.hotlines.HotLinesViewModel;
import org.heapline.views.source.SourceLookup;
import org.heapline.views.source.SourceState;
import org.heapline.views.source.SourceView;
import org.heapline.views.source.SourceViewModel;

/** The views that share a session's tab, wired to its model. */
final class SessionParts implements AutoCloseable {
    private final HotLinesViewModel hotLinesModel;
    private final SourceViewModel sourceModel;
    private final HotLinesView hotLines;
    private final SourceView source;

    SessionParts(SessionViewModel session, Runnable choose) {
        hotLinesModel = new HotLinesViewModel(session);
        hotLines = new HotLinesView(hotLinesModel, choose);
        sourceModel = new SourceViewModel(session, new SourceLookup() {
            @Override
            public SourceState find(SelectedLine place) {
                return new SourceState.NotFound(place.className(), List.of());
            }

            @Override
            public void addRoot(java.nio.file.Path folder) {}
        });
        source = new SourceView(sourceModel);
    }

    Node hotLines() {
        return hotLines.root();
    }

    Node paused() {
        return hotLines.root();
    }

    Node source() {
        return source.root();
    }

    /** Whether no source is being looked for. */
    boolean settled() {
        return !(sourceModel.stateProperty().get() instanceof SourceState.Loading);
    }

    void showBanner(boolean paused) {}

    @Override
    public void close() {
        hotLinesModel.close();
        sourceModel.close();
    }
}

package org.heapline.views.tab;

import javafx.scene.Node;
import org.heapline.views.hotlines.HotLinesView;
import org.heapline.views.hotlines.HotLinesViewModel;
import org.heapline.views.paused.BannerView;
import org.heapline.views.paused.PausedView;
import org.heapline.views.paused.PausedViewModel;
import org.heapline.views.session.SessionViewModel;
import org.heapline.views.settings.Preferences;
import org.heapline.views.source.SessionSources;
import org.heapline.views.source.SourceState;
import org.heapline.views.source.SourceView;
import org.heapline.views.source.SourceViewModel;
import org.heapline.views.source.StoppedLineLinks;

/** The views that share a session's tab, wired to its model. */
final class SessionParts implements AutoCloseable {
    private final HotLinesViewModel hotLinesModel;
    private final PausedViewModel pausedModel;
    private final SourceViewModel sourceModel;
    private final HotLinesView hotLines;
    private final PausedView paused;
    private final SourceView source;

    /**
     * @param preferences what the views remember
     * @param choose asks what is to be profiled
     * @param heapDump asks for a file and writes a heap dump
     */
    SessionParts(SessionViewModel session, Preferences preferences, Runnable choose, Runnable heapDump) {
        SessionSources sources = SessionSources.of(session, preferences);
        session.requests().sourcesBy(sources::into);
        hotLinesModel = new HotLinesViewModel(session);
        hotLines = new HotLinesView(hotLinesModel, preferences, choose);
        sourceModel = new SourceViewModel(session, sources);
        source = new SourceView(sourceModel, preferences);
        pausedModel = new PausedViewModel(session);
        paused = new PausedView(pausedModel);
        StoppedLineLinks links = new StoppedLineLinks(session, sourceModel, pausedModel);
        source.setBanner(new BannerView(pausedModel, heapDump, links.all()).root());
        sourceModel.follow(pausedModel);
    }

    Node hotLines() {
        return hotLines.root();
    }

    Node paused() {
        return paused.root();
    }

    SourceView source() {
        return source;
    }

    HotLinesView table() {
        return hotLines;
    }

    void searchHotLines() {
        hotLines.focusSearch();
    }

    /** Whether neither source nor locals are being looked for. */
    boolean settled() {
        return !(sourceModel.stateProperty().get() instanceof SourceState.Loading) && pausedModel.settled();
    }

    @Override
    public void close() {
        hotLines.close();
        source.close();
        hotLinesModel.close();
        pausedModel.close();
        sourceModel.close();
    }
}

package org.heapline.views.source;

import java.util.Arrays;
import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import org.heapline.views.paused.LineLink;
import org.heapline.views.paused.PausedViewModel;
import org.heapline.views.session.SelectedLine;
import org.heapline.views.session.SessionViewModel;

/** Opens the line at which a thread is stopped in an editor: the source view goes there first, which knows its file. */
public final class StoppedLineLinks {
    private final SessionViewModel session;
    private final SourceViewModel source;
    private final PausedViewModel paused;

    public StoppedLineLinks(SessionViewModel session, SourceViewModel source, PausedViewModel paused) {
        this.session = session;
        this.source = source;
        this.paused = paused;
    }

    /** One an editor. */
    public List<LineLink> all() {
        return Arrays.stream(Editor.values())
                .map(editor -> new LineLink(editor.title(), () -> open(editor)))
                .toList();
    }

    private void open(Editor editor) {
        SelectedLine at = paused.whereProperty().get();
        if (at == null) {
            return;
        }
        session.selectedLineProperty().set(at);
        if (!(source.stateProperty().get() instanceof SourceState.Loading)) {
            source.openIn(editor, at.line());
            return;
        }
        source.stateProperty().addListener(new ChangeListener<SourceState>() {
            @Override
            public void changed(ObservableValue<? extends SourceState> state, SourceState was, SourceState is) {
                if (!(is instanceof SourceState.Loading)) {
                    source.stateProperty().removeListener(this);
                    source.openIn(editor, at.line());
                }
            }
        });
    }
}

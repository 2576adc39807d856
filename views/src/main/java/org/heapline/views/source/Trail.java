package org.heapline.views.source;

import java.util.List;
import java.util.function.Function;
import org.heapline.views.session.SelectedLine;
import org.heapline.views.session.SessionViewModel;
import org.jspecify.annotations.Nullable;

/** The way through the text: where calls lead, and back to what was looked at before. */
public final class Trail {
    private final SessionViewModel session;
    private final SourceViewModel model;
    private final Visited visited = new Visited();
    private boolean visiting;

    Trail(SessionViewModel session, SourceViewModel model) {
        this.session = session;
        this.model = model;
    }

    /** Another text is opened than the one of this place. */
    void left(SelectedLine before) {
        if (!visiting) {
            visited.left(before);
        }
    }

    /** Where a call in the text may lead, the likeliest first; empty if that is not known. */
    List<SelectedLine> targets(Call call) {
        SelectedLine now = model.placeProperty().get();
        if (now == null || !(model.stateProperty().get() instanceof SourceState.Shown shown)) {
            return List.of();
        }
        MethodRange around = model.methodAt(call.line());
        boolean declaration = around != null
                && around.first() == call.line()
                && around.method().equals(call.name());
        return declaration
                ? List.of()
                : CallTargets.of(
                        call,
                        around == null ? now.className() : around.className(),
                        shown.text(),
                        session.snapshot().methods(),
                        now);
    }

    /** Goes to a place, from which {@link #back()} comes back here. */
    void follow(SelectedLine there) {
        SelectedLine now = model.placeProperty().get();
        if (now != null && SourceViewModel.isSameText(now, there)) {
            visited.left(now);
        }
        session.selectedLineProperty().set(there);
    }

    /** Goes back to the place that was looked at before. */
    public void back() {
        visit(visited::back);
    }

    /** Goes again to where one came back from. */
    public void forward() {
        visit(visited::forward);
    }

    private void visit(Function<SelectedLine, @Nullable SelectedLine> direction) {
        SelectedLine now = model.placeProperty().get();
        SelectedLine there = now == null ? null : direction.apply(now);
        if (there != null) {
            visiting = true;
            session.selectedLineProperty().set(there);
            visiting = false;
        }
    }

    /** Whether there is a place to go back to. */
    public boolean canGoBack() {
        return visited.canGoBack();
    }
}

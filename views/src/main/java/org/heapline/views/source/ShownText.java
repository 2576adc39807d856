package org.heapline.views.source;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.heapline.views.session.Background;
import org.heapline.views.session.Errand;
import org.heapline.views.session.SelectedLine;
import org.heapline.views.text.Messages;
import org.jspecify.annotations.Nullable;

/** The text of one class after the other: looked for in the background, known by methods, searched. */
final class ShownText {
    private final Background background;
    private final SourceLookup lookup;
    private final ReadOnlyObjectWrapper<SourceState> state = new ReadOnlyObjectWrapper<>(new SourceState.Nothing());
    private @Nullable MethodRange[] methodByLine = {};
    private TextSearch search = TextSearch.none();
    private int request;

    ShownText(Background background, SourceLookup lookup) {
        this.background = background;
        this.lookup = lookup;
    }

    /** What is shown. */
    ReadOnlyObjectProperty<SourceState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /**
     * Looks for the text of a place; what was asked for last is shown.
     *
     * @param answered is told when it is shown, or where it was looked for in vain
     */
    void load(SelectedLine line, Runnable answered) {
        int mine = ++request;
        methodByLine = new MethodRange[0];
        search = TextSearch.none();
        state.set(new SourceState.Loading(line.className()));
        background.fetch(
                Errand.reading(Messages.text("source.loading", line.className())),
                () -> lookup.find(line),
                found -> {
                    if (mine == request) {
                        show(found);
                        answered.run();
                    }
                },
                () -> {
                    if (mine == request) {
                        state.set(new SourceState.GivenUp(line.className()));
                    }
                });
    }

    private void show(SourceState found) {
        methodByLine = found instanceof SourceState.Shown shown ? shown.text().methodByLine() : new MethodRange[0];
        state.set(found);
    }

    /** The method around a line, or null. */
    @Nullable
    MethodRange methodAt(int line) {
        return line >= 1 && line < methodByLine.length ? methodByLine[line] : null;
    }

    /** The first method of this name, or null. */
    @Nullable
    MethodRange method(String className, String name) {
        for (MethodRange method : methodByLine) {
            if (method != null
                    && method.className().equals(className)
                    && method.method().equals(name)) {
                return method;
            }
        }
        return null;
    }

    /** Looks for words in the text; empty ones end that. */
    TextSearch find(String query) {
        search = state.get() instanceof SourceState.Shown shown
                ? TextSearch.of(query, shown.text().lines())
                : TextSearch.none();
        return search;
    }

    /** What was looked for last. */
    TextSearch search() {
        return search;
    }
}

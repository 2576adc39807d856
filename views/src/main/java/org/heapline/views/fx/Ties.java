package org.heapline.views.fx;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;

/**
 * What nodes listen to that outlives them, let go of all at once: nodes are made anew for another language or window, and
 * the old ones must neither be held nor go on drawing. To be used on the JavaFX thread.
 */
public final class Ties implements AutoCloseable {
    private final List<Runnable> ends = new ArrayList<>();

    /** Listens until these ties are closed. */
    public void follow(Observable followed, InvalidationListener listener) {
        followed.addListener(listener);
        ends.add(() -> followed.removeListener(listener));
    }

    /** Listens until these ties are closed. */
    public <T> void follow(ObservableValue<T> followed, ChangeListener<? super T> listener) {
        followed.addListener(listener);
        ends.add(() -> followed.removeListener(listener));
    }

    /** Lets go of everything. */
    @Override
    public void close() {
        ends.forEach(Runnable::run);
        ends.clear();
    }
}

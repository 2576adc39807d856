package org.heapline.views.paused;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.heapline.client.PausedThread;
import org.heapline.client.SessionException;
import org.heapline.views.session.SessionViewModel;
import org.jspecify.annotations.Nullable;

/** Moves the stopped thread on, one step at a time. */
final class Steps {
    private final SessionViewModel session;
    private final Consumer<PausedThread> onMoved;
    private final ReadOnlyBooleanWrapper possible = new ReadOnlyBooleanWrapper();
    private @Nullable PausedThread thread;
    private boolean moved;
    private boolean moving;

    /** @param onMoved told on the JavaFX thread where a step has ended, also one that has failed */
    Steps(SessionViewModel session, Consumer<PausedThread> onMoved) {
        this.session = session;
        this.onMoved = onMoved;
    }

    /** How the thread is moved on; blocks. */
    interface Move {
        void of(PausedThread now) throws SessionException;
    }

    /** Another thread stands now, or none. */
    void begin(@Nullable PausedThread now) {
        thread = now;
        moved = false;
        moving = false;
        allow();
    }

    /** Looks again whether the thread is in the debugger and ours. */
    void allow() {
        PausedThread now = thread;
        possible.set(now != null && now.inDebugger() && now.handedOverTo() == null);
    }

    void forbid() {
        possible.set(false);
    }

    ReadOnlyBooleanProperty possibleProperty() {
        return possible.getReadOnlyProperty();
    }

    /** Whether the thread can be moved, and no step runs. */
    boolean areFree() {
        return possible.get() && !moving;
    }

    /** Whether the thread has left the place where it tripped. */
    boolean haveMoved() {
        return moved;
    }

    /** Does nothing while a step runs. */
    void take(Move move) {
        PausedThread now = thread;
        if (now == null || !areFree()) {
            return;
        }
        moving = true;
        // Also a step that does not end in time leaves the thread somewhere else.
        session.background()
                .run(
                        () -> {
                            try {
                                move.of(now);
                            } finally {
                                session.fx().later(() -> ended(now));
                            }
                        },
                        () -> {});
    }

    private void ended(PausedThread now) {
        moving = false;
        if (thread == now) {
            moved = true;
            onMoved.accept(now);
        }
    }
}

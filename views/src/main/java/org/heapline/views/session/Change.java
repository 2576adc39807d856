package org.heapline.views.session;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.heapline.client.Session;
import org.heapline.protocol.Progress;
import org.heapline.views.text.Messages;

/** The running change of what is profiled in the target. To be used on the JavaFX thread. */
public final class Change {
    private final SessionViewModel session;
    private final ReadOnlyBooleanWrapper goingBack = new ReadOnlyBooleanWrapper();

    Change(SessionViewModel session) {
        this.session = session;
    }

    /** The session was read. */
    void follow() {
        goingBack.set(goingBack.get() && isRunning());
    }

    /** Whether classes of the target are being changed now. */
    boolean isRunning() {
        Progress now = session.progressProperty().get();
        return now != null && now.isBusy() && session.isLive();
    }

    /** Whether a cancelled change is being taken back. */
    ReadOnlyBooleanProperty goingBackProperty() {
        return goingBack.getReadOnlyProperty();
    }

    /** Whether it runs and can be cancelled. */
    public boolean canCancel() {
        return isRunning() && !goingBack.get();
    }

    /** Stops it and goes back to what was profiled before; the notice says so. */
    public void cancel() {
        Session live = session.session();
        if (live == null || !canCancel()) {
            return;
        }
        goingBack.set(true);
        session.background().fetch(live::cancel, back -> {
            // Where there is nothing to go back to, it is over.
            goingBack.set(back && isRunning());
            session.noticeProperty().set(Notice.done(Messages.text(back ? "work.change.back" : "work.change.kept")));
        });
    }
}

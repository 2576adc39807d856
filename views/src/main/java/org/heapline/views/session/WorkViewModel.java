package org.heapline.views.session;

import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.heapline.protocol.Progress;
import org.heapline.views.fx.Ties;
import org.heapline.views.text.Messages;
import org.jspecify.annotations.Nullable;

/** What a status bar tells of work that takes longer than a moment. */
public final class WorkViewModel {
    private final Doings doings;
    private final @Nullable SessionViewModel session;
    private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>();

    /**
     * What is shown of the work.
     *
     * @param part 0 to 1; -1 if it is not known
     * @param text what is done, or {@code 120 of 2 000 classes}
     * @param canCancel whether it can be cancelled
     * @param whyNot why it cannot be; may be empty
     */
    public record Shown(double part, String text, boolean canCancel, String whyNot) {}

    /** @param ties let go of what is followed */
    public WorkViewModel(Doings doings, Ties ties) {
        this(doings, null, ties);
    }

    /** Tells of changes in the target too. */
    WorkViewModel(SessionViewModel session, Ties ties) {
        this(session.background().doings(), session, ties);
    }

    private WorkViewModel(Doings doings, @Nullable SessionViewModel session, Ties ties) {
        this.doings = doings;
        this.session = session;
        InvalidationListener update = changed -> update();
        ties.follow(doings.toldProperty(), update);
        if (session != null) {
            ties.follow(session.progressProperty(), update);
            ties.follow(session.stateProperty(), update);
            ties.follow(session.change().goingBackProperty(), update);
        }
        update();
    }

    private void update() {
        SessionViewModel changing = session;
        Doing doing = doings.toldProperty().get();
        if (changing != null && changing.change().isRunning()) {
            shown.set(ofChange(changing));
        } else {
            shown.set(doing == null ? null : new Shown(-1, doing.what(), doing.canBeGivenUp(), doing.whyNot()));
        }
    }

    private static Shown ofChange(SessionViewModel session) {
        Progress now = session.progressProperty().get();
        boolean known = now != null && now.getTotal() > 0;
        double part = now != null && known ? (double) now.getDone() / now.getTotal() : -1;
        String text = now != null && known
                ? Messages.text("status.progress", now.getDone(), now.getTotal())
                : Messages.text("status.progress.begins");
        if (session.change().goingBackProperty().get()) {
            return new Shown(part, Messages.text("work.change.going", text), false, Messages.text("work.change.why"));
        }
        return new Shown(part, text, true, "");
    }

    /** What is going on; null while nothing is. */
    public ReadOnlyObjectProperty<@Nullable Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Cancels what is shown. */
    public void cancel() {
        if (session != null && session.change().isRunning()) {
            session.change().cancel();
        } else {
            doings.giveUp();
        }
    }
}

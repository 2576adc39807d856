package org.heapline.views.session;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.heapline.views.text.Messages;
import org.jspecify.annotations.Nullable;

/**
 * What is going on for longer than a moment, and how it is given up. One of them is told: what can be given up before
 * what cannot, what began first before the rest. To be used on the JavaFX thread.
 */
public final class Doings {
    private final List<Entry> entries = new ArrayList<>();
    private final ReadOnlyObjectWrapper<@Nullable Doing> told = new ReadOnlyObjectWrapper<>();

    /** Something that is going on until {@link #end()}. */
    public final class Entry {
        private final Runnable giveUp;
        private Doing doing;

        private Entry(Doing doing, Runnable giveUp) {
            this.doing = doing;
            this.giveUp = giveUp;
        }

        /** It is over. */
        public void end() {
            entries.remove(this);
            tell();
        }

        /** It was asked to stop and has not yet. */
        void stopping() {
            doing = new Doing(Messages.text("work.stopping", doing.what()), false, Messages.text("work.stopping.why"));
            tell();
        }
    }

    /**
     * Something begins.
     *
     * @param giveUp asks it to stop
     */
    public Entry begin(Errand errand, Runnable giveUp) {
        boolean can = errand.kind() != Errand.Kind.FIXED;
        Entry entry = new Entry(new Doing(errand.what(), can, errand.whyNot()), giveUp);
        entries.add(entry);
        tell();
        return entry;
    }

    private void tell() {
        Entry first = first();
        told.set(first != null ? first.doing : entries.isEmpty() ? null : entries.get(0).doing);
    }

    private @Nullable Entry first() {
        return entries.stream()
                .filter(entry -> entry.doing.canBeGivenUp())
                .findFirst()
                .orElse(null);
    }

    /** What is told now; null while nothing is going on. */
    public ReadOnlyObjectProperty<@Nullable Doing> toldProperty() {
        return told.getReadOnlyProperty();
    }

    /** Whether what is told can be given up. */
    public boolean canGiveUp() {
        return first() != null;
    }

    /** Gives up what is told, if that can be. */
    public void giveUp() {
        Entry first = first();
        if (first != null) {
            first.giveUp.run();
        }
    }
}

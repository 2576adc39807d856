package org.heapline.views.jvms;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/** The last values of a measure, in a ring of fixed size. To be used on the JavaFX thread. */
public final class Sparkline {
    private static final int SIZE = 60;

    private final long[] values = new long[SIZE];
    private final ReadOnlyIntegerWrapper added = new ReadOnlyIntegerWrapper();

    /** Adds a value; negative ones (unknown) are left out. */
    public void add(long value) {
        if (value >= 0) {
            values[added.get() % SIZE] = value;
            added.set(added.get() + 1);
        }
    }

    /** Changes whenever a value came. */
    public ReadOnlyIntegerProperty addedProperty() {
        return added.getReadOnlyProperty();
    }

    /** How many values there are, 0 to 60. */
    public int size() {
        return Math.min(SIZE, added.get());
    }

    /** The value at an index, oldest first. */
    public long get(int index) {
        int oldest = added.get() <= SIZE ? 0 : added.get() % SIZE;
        return values[(oldest + index) % SIZE];
    }
}

package org.heapline.agent.look;

import java.heapline.FieldAccess;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads fields by reflection; an offset is the place in the list of those it has seen. */
@SuppressWarnings("NullAway") // The probes know no annotations.
final class ReflectiveFields extends FieldAccess {
    private final List<Field> seen = new ArrayList<>();

    @Override
    public synchronized long offset(Field field) {
        int known = seen.indexOf(field);
        if (known >= 0) {
            return known;
        }
        try {
            field.setAccessible(true);
        } catch (RuntimeException e) {
            return -1; // Its module does not open it.
        }
        seen.add(field);
        return seen.size() - 1L;
    }

    @Override
    public @Nullable Object reference(Object holder, long offset) {
        return get(holder, offset);
    }

    @Override
    public @Nullable Object primitive(Object holder, long offset, Class<?> type) {
        return get(holder, offset);
    }

    private synchronized @Nullable Object get(Object holder, long offset) {
        try {
            return seen.get((int) offset).get(holder);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("a field that was opened is closed: " + e.getMessage(), e);
        }
    }
}

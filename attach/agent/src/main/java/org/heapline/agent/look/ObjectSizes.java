package org.heapline.agent.look;

import java.heapline.FieldAccess;
import java.lang.instrument.Instrumentation;
import java.lang.ref.Reference;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Shallow and deep sizes. The deep size of an object is that of all that can be reached from it, less classes, loaders,
 * threads and what only a reference object holds. The walk is bounded in time and in objects.
 */
final class ObjectSizes {
    private static final int MOST_OBJECTS = 1 << 19;
    private static final int LOOK_AT_CLOCK = 1 << 10;

    private final Instrumentation instrumentation;
    private final Map<Class<?>, long[]> offsets = new HashMap<>();
    private final FieldAccess fields = Fields.reader();

    private Object[] seen = new Object[1 << 10];
    private int count;
    private Object[] next = new Object[1 << 8];
    private int waiting;

    ObjectSizes(Instrumentation instrumentation) {
        this.instrumentation = instrumentation;
    }

    /** Bytes of the object alone. */
    long shallow(Object value) {
        return instrumentation.getObjectSize(value);
    }

    /**
     * Bytes of the object and all it reaches.
     *
     * @param deadline by {@link System#nanoTime}
     * @return negative if it was cut off: then at least so many
     */
    long deep(Object value, long deadline) {
        seen = new Object[1 << 10];
        count = 0;
        waiting = 0;
        reach(value);
        long sum = 0;
        for (int steps = 1; waiting > 0; steps++) {
            Object each = next[--waiting];
            sum += instrumentation.getObjectSize(each);
            follow(each);
            if (count >= MOST_OBJECTS || steps % LOOK_AT_CLOCK == 0 && System.nanoTime() - deadline > 0) {
                return waiting == 0 ? sum : -sum;
            }
        }
        return sum;
    }

    private void follow(Object holder) {
        Class<?> type = holder.getClass();
        if (type.isArray()) {
            if (!type.getComponentType().isPrimitive()) {
                for (Object each : (Object[]) holder) {
                    reach(each);
                }
            }
            return;
        }
        for (long offset : offsets(type)) {
            reach(fields.reference(holder, offset));
        }
    }

    private void reach(Object value) {
        if (value == null || value instanceof Class || value instanceof ClassLoader || value instanceof Thread) {
            return;
        }
        if (count * 2 >= seen.length) {
            grow();
        }
        if (!add(seen, value)) {
            return;
        }
        count++;
        if (waiting == next.length) {
            next = Arrays.copyOf(next, waiting * 2);
        }
        next[waiting++] = value;
    }

    private void grow() {
        Object[] larger = new Object[seen.length * 2];
        for (Object each : seen) {
            if (each != null) {
                add(larger, each);
            }
        }
        seen = larger;
    }

    private static boolean add(Object[] table, Object value) {
        int mask = table.length - 1;
        int at = (System.identityHashCode(value) * 0x9E3779B9) >>> 7 & mask;
        while (table[at] != null) {
            if (table[at] == value) {
                return false;
            }
            at = (at + 1) & mask;
        }
        table[at] = value;
        return true;
    }

    private long[] offsets(Class<?> type) {
        long[] known = offsets.get(type);
        if (known != null) {
            return known;
        }
        List<Field> all = Fields.of(type);
        long[] found = new long[all.size()];
        int size = 0;
        for (Field each : all) {
            if (!each.getType().isPrimitive() && each.getDeclaringClass() != Reference.class) {
                long offset = fields.offset(each);
                if (offset >= 0) {
                    found[size++] = offset;
                }
            }
        }
        found = Arrays.copyOf(found, size);
        offsets.put(type, found);
        return found;
    }
}

package java.heapline;

import java.lang.reflect.Field;
import jdk.internal.misc.Unsafe;

/** Reads fields where they lie. Needs what {@link RawReader} needs. */
public final class RawFields extends FieldAccess {
    private static final Unsafe U = Unsafe.getUnsafe();

    /** For the agent. */
    public RawFields() {}

    @Override
    public long offset(Field field) {
        return U.objectFieldOffset(field);
    }

    @Override
    public Object reference(Object holder, long offset) {
        return U.getReference(holder, offset);
    }

    @Override
    public Object primitive(Object holder, long offset, Class<?> type) {
        if (type == int.class) {
            return U.getInt(holder, offset);
        }
        if (type == long.class) {
            return U.getLong(holder, offset);
        }
        if (type == boolean.class) {
            return U.getBoolean(holder, offset);
        }
        if (type == double.class) {
            return U.getDouble(holder, offset);
        }
        if (type == float.class) {
            return U.getFloat(holder, offset);
        }
        if (type == char.class) {
            return U.getChar(holder, offset);
        }
        return type == short.class ? (Object) U.getShort(holder, offset) : (Object) U.getByte(holder, offset);
    }
}

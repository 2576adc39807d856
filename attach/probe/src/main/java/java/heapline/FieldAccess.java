package java.heapline;

import java.lang.reflect.Field;

/** Reads fields of any object, whatever their access. Runs no code of the program. */
public abstract class FieldAccess {
    /** For the two there are. */
    protected FieldAccess() {}

    /**
     * Where an instance field lies, for {@link #reference}.
     *
     * @param field not static
     * @return -1 if it cannot be read
     */
    public abstract long offset(Field field);

    /** The object in a field of a reference type. */
    public abstract Object reference(Object holder, long offset);

    /** The value of a field of a primitive type, boxed. */
    public abstract Object primitive(Object holder, long offset, Class<?> type);
}

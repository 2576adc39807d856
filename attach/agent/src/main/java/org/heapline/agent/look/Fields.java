package org.heapline.agent.look;

import java.heapline.FieldAccess;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The instance fields of classes, those of the superclasses first. */
final class Fields {
    private static final FieldAccess ACCESS = access();

    private Fields() {}

    private static FieldAccess access() {
        try {
            return (FieldAccess) Class.forName("java.heapline.RawFields", true, null)
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException | LinkageError e) {
            return new ReflectiveFields(); // Java 8, or a JVM that does not let us: what reflection can read.
        }
    }

    static FieldAccess reader() {
        return ACCESS;
    }

    static List<Field> of(Class<?> type) {
        List<Field> fields = new ArrayList<>();
        Class<?> parent = type.getSuperclass();
        if (parent != null) {
            fields.addAll(of(parent));
        }
        try {
            for (Field each : type.getDeclaredFields()) {
                if (!Modifier.isStatic(each.getModifiers())) {
                    fields.add(each);
                }
            }
        } catch (LinkageError | SecurityException e) {
            return fields; // Some type of a field is not there: what it holds cannot be told.
        }
        return fields;
    }

    /** The value of a field, a primitive one boxed; null also if it cannot be read. */
    static @Nullable Object read(Object holder, Field field) {
        long offset = ACCESS.offset(field);
        if (offset < 0) {
            return null;
        }
        return field.getType().isPrimitive()
                ? ACCESS.primitive(holder, offset, field.getType())
                : ACCESS.reference(holder, offset);
    }
}

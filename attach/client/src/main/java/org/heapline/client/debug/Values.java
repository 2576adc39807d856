package org.heapline.client.debug;

import com.sun.jdi.ArrayReference;
import com.sun.jdi.CharValue;
import com.sun.jdi.Field;
import com.sun.jdi.IntegerValue;
import com.sun.jdi.ObjectReference;
import com.sun.jdi.PrimitiveValue;
import com.sun.jdi.StringReference;
import com.sun.jdi.Value;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Values of the target as short text. Runs no code in the target. */
final class Values {
    private static final int LONGEST = 100;
    private static final Set<String> BOXES = Set.of(
            "java.lang.Boolean",
            "java.lang.Byte",
            "java.lang.Character",
            "java.lang.Double",
            "java.lang.Float",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Short");

    private Values() {}

    static String text(@Nullable Value value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof CharValue character) {
            return "'" + character.value() + "'";
        }
        if (value instanceof PrimitiveValue) {
            return value.toString();
        }
        if (value instanceof StringReference string) {
            String text = string.value();
            return text.length() <= LONGEST
                    ? '"' + text + '"'
                    : '"' + text.substring(0, LONGEST) + "…\" (" + text.length() + " characters)";
        }
        String type = value.type().name();
        if (value instanceof ArrayReference array) {
            int bracket = type.indexOf('[');
            return type.substring(0, bracket + 1) + array.length() + type.substring(bracket + 1);
        }
        if (value instanceof ObjectReference object) {
            Field field = BOXES.contains(type) ? object.referenceType().fieldByName("value") : null;
            return field == null ? type + "@" + object.uniqueID() + size(object, type) : text(object.getValue(field));
        }
        return value.toString();
    }

    /** How much one of the JDK's collections holds, where a field says it. */
    private static String size(ObjectReference object, String type) {
        Field field = type.startsWith("java.util.") ? object.referenceType().fieldByName("size") : null;
        return field != null && !field.isStatic() && object.getValue(field) instanceof IntegerValue size
                ? " (size " + size.value() + ")"
                : "";
    }
}

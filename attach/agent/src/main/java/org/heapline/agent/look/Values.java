package org.heapline.agent.look;

import java.lang.reflect.Array;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values of local variables and fields as text, without running any code of the program. */
public final class Values {
    private static final int LONGEST = 200;

    private Values() {}

    /** {@code name|type|value} of each. */
    public static String[] describe(String names, Object @Nullable [] values) {
        if (values == null || names.isEmpty()) {
            return new String[0];
        }
        String[] heads = names.split("\n");
        String[] texts = new String[Math.min(heads.length, values.length)];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = heads[i] + "|" + text(values[i]);
        }
        return texts;
    }

    /** One value. */
    static String text(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        Class<?> type = value.getClass();
        if (value instanceof String) {
            return quoted((String) value);
        }
        if (value instanceof Boolean || value instanceof Number && isJdk(type) || value instanceof Character) {
            return value.toString();
        }
        if (value instanceof Enum) {
            return type.getName() + "." + ((Enum<?>) value).name();
        }
        if (type.isArray()) {
            return type.getComponentType().getTypeName() + "[" + Array.getLength(value) + "]";
        }
        String shown = type.getName() + "@" + Integer.toHexString(System.identityHashCode(value));
        int count = count(value);
        return count < 0 ? shown : shown + " (size " + count + ")";
    }

    /** How many elements it has: an array, or a collection or map of the JDK's own; -1 for anything else. */
    static int count(@Nullable Object value) {
        if (value == null) {
            return -1;
        }
        if (value.getClass().isArray()) {
            return Array.getLength(value);
        }
        if (!isJdk(value.getClass())) {
            return -1;
        }
        // A view of the JDK's may stand on a collection of the program's: its code could do anything.
        String name = value.getClass().getName();
        boolean plain = name.startsWith("java.util.") && name.indexOf('$') < 0;
        if (value instanceof Collection && plain) {
            return ((Collection<?>) value).size();
        }
        return value instanceof Map && plain ? ((Map<?, ?>) value).size() : -1;
    }

    private static String quoted(String value) {
        return value.length() <= LONGEST
                ? '"' + value + '"'
                : '"' + value.substring(0, LONGEST) + "…\" (length " + value.length() + ")";
    }

    private static boolean isJdk(Class<?> type) {
        return type.getName().startsWith("java.");
    }
}

package org.heapline.agent;

import java.lang.reflect.Array;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values of local variables as text, without running any code of the program. */
final class Values {
    private static final int LONGEST = 200;

    private Values() {}

    /** {@code name|type|value} of each. */
    static String[] describe(String names, Object @Nullable [] values) {
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

    private static String text(@Nullable Object value) {
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
        if (type.isArray()) {
            return type.getComponentType().getTypeName() + "[" + Array.getLength(value) + "]";
        }
        String shown = type.getName() + "@" + Integer.toHexString(System.identityHashCode(value));
        if (isJdk(type) && value instanceof Collection) {
            return shown + " (size " + ((Collection<?>) value).size() + ")";
        }
        if (isJdk(type) && value instanceof Map) {
            return shown + " (size " + ((Map<?, ?>) value).size() + ")";
        }
        return shown;
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

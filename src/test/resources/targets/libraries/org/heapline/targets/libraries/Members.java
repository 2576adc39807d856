package org.heapline.targets.libraries;

import java.io.ObjectStreamClass;
import java.io.Serializable;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** What a program sees of a class by reflection, in few letters. */
final class Members {
    private Members() {}

    static String of(Class<?> type) {
        try {
            List<String> all = new ArrayList<String>();
            for (Method each : type.getDeclaredMethods()) {
                all.add(each.toGenericString() + Arrays.toString(each.getParameters()));
            }
            for (Constructor<?> each : type.getDeclaredConstructors()) {
                all.add(each.toGenericString() + Arrays.toString(each.getParameters()));
            }
            for (Field each : type.getDeclaredFields()) {
                all.add(each.toGenericString());
            }
            all.add(type.getModifiers() + " " + Arrays.toString(type.getInterfaces()));
            Collections.sort(all);
            return String.format(Locale.ROOT, "%x %d %s", all.hashCode(), all.size(), serialVersion(type));
        } catch (LinkageError | RuntimeException e) {
            return e.getClass().getName();
        }
    }

    /** The number that the JDK computes from the members of a class which does not say its own. */
    private static String serialVersion(Class<?> type) {
        if (!Serializable.class.isAssignableFrom(type) || type.isInterface() || type.isEnum()) {
            return "";
        }
        for (Class<?> each = type; each != null && each.getClassLoader() != null; each = each.getSuperclass()) {
            for (Field field : each.getDeclaredFields()) {
                if (field.getName().startsWith("serial")) {
                    return "own"; // Reading it would initialise the class.
                }
            }
        }
        return Long.toString(ObjectStreamClass.lookup(type).getSerialVersionUID());
    }
}

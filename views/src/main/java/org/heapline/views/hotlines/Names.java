package org.heapline.views.hotlines;

import org.heapline.profile.MethodStats;
import org.heapline.views.text.ClassNames;

/** How lines, methods and classes are called in the table. */
final class Names {
    private Names() {}

    /** {@code Cart.java:12} */
    static String ofLine(MethodStats method, int line) {
        String file = method.file().isEmpty()
                ? ClassNames.simple(method.className())
                : method.file().substring(method.file().lastIndexOf('/') + 1);
        return file + ":" + line;
    }

    /** {@code Cart.Item.add} */
    static String withClass(MethodStats method) {
        String simple = ClassNames.simple(method.className());
        String name = ofMethod(method);
        return simple + "." + (name.equals("<init>") ? simple.substring(simple.lastIndexOf('.') + 1) : name);
    }

    /** The method in which a lambda's body stands: {@code add} for {@code lambda$add$0}. */
    static String ofMethod(MethodStats method) {
        String name = method.method();
        int last = name.lastIndexOf('$');
        if (!name.startsWith("lambda$") || last <= 7) {
            return name;
        }
        String around = name.substring(7, last);
        return switch (around) {
            case "new" -> "<init>";
            case "static" -> "<clinit>";
            default -> around;
        };
    }

    /** {@code com.acme}; empty for a class in none. */
    static String packageOf(String className) {
        int dot = className.lastIndexOf('.');
        return dot < 0 ? "" : className.substring(0, dot);
    }
}

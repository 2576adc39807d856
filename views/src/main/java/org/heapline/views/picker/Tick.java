package org.heapline.views.picker;

import org.jspecify.annotations.Nullable;

/**
 * How the box of a row stands.
 *
 * @param on whether all of it is wanted
 * @param partly whether a part of it is wanted
 * @param by the wider pattern that already covers it, so that the row itself cannot be changed; null if none
 */
record Tick(boolean on, boolean partly, @Nullable String by) {
    /** The box of a row under this choice. */
    static Tick of(PickNode node, Choice choice) {
        if (choice.patterns().contains(node.pattern())) {
            return new Tick(true, false, null);
        }
        String by = covering(node, choice);
        if (by != null) {
            boolean ownClass = node instanceof PickNode.Method method
                    && (by.equals(method.className()) || by.equals(method.className() + "#*"));
            return new Tick(true, false, ownClass ? null : by);
        }
        return new Tick(false, touches(node, choice), null);
    }

    private static @Nullable String covering(PickNode node, Choice choice) {
        if (node instanceof PickNode.Method method) {
            return choice.covering(method.className(), method.method());
        }
        // A package is covered by a pattern that would cover any class in it.
        return node instanceof PickNode.Package inPackage
                ? choice.covering(inPackage.name().isEmpty() ? "A" : inPackage.name() + ".A")
                : choice.covering(node.pattern());
    }

    private static boolean touches(PickNode node, Choice choice) {
        if (node instanceof PickNode.Package inPackage) {
            String prefix = inPackage.name().isEmpty() ? "" : inPackage.name() + ".";
            return choice.patterns().stream()
                    .anyMatch(p -> p.startsWith(prefix) && owner(p).lastIndexOf('.') == prefix.length() - 1);
        }
        return node instanceof PickNode.Type type
                && choice.patterns().stream()
                        .anyMatch(p -> owner(p).equals(type.className()) || p.startsWith(type.className() + "$"));
    }

    private static String owner(String pattern) {
        int hash = pattern.indexOf('#');
        return hash < 0 ? pattern : pattern.substring(0, hash);
    }
}

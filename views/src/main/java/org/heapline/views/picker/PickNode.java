package org.heapline.views.picker;

import org.heapline.views.text.ClassNames;

/** A row of the tree in which methods are chosen. */
sealed interface PickNode {
    /** What the row says. */
    String label();

    /** The pattern that a tick at this row stands for. */
    String pattern();

    /** The invisible row above all packages. */
    record Root() implements PickNode {
        @Override
        public String label() {
            return "";
        }

        @Override
        public String pattern() {
            return "**";
        }
    }

    /**
     * A package.
     *
     * @param name empty for the package without a name
     * @param classes how many of its classes were found
     */
    record Package(String name, int classes) implements PickNode {
        @Override
        public String label() {
            return name;
        }

        @Override
        public String pattern() {
            return name.isEmpty() ? "*" : name + ".*";
        }
    }

    /** A class, by its binary name. */
    record Type(String className) implements PickNode {
        @Override
        public String label() {
            return ClassNames.simple(className);
        }

        @Override
        public String pattern() {
            return className;
        }

        /** The name of its package; empty if it is in none. */
        String packageName() {
            int dot = className.lastIndexOf('.');
            return dot < 0 ? "" : className.substring(0, dot);
        }
    }

    /** All methods of a name in a class. */
    record Method(String className, String method) implements PickNode {
        @Override
        public String label() {
            return switch (method) {
                case "<init>" -> new Type(className).label() + "()";
                case "<clinit>" -> "static {}";
                default -> method + "()";
            };
        }

        @Override
        public String pattern() {
            return className + "#" + method;
        }
    }
}

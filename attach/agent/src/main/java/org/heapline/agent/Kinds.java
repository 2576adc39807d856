package org.heapline.agent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Methods of classes that differ in nothing but the numbers in their names, as generators make them for ever. Of a kind the
 * first ones are told apart, and all that come later count as one. Guarded by the {@link Registry}.
 */
final class Kinds {
    private static final String ANY = "*";

    private final int toldApart;
    private final Map<String, List<Kind>> kinds = new HashMap<>();

    /** One method of all classes of a kind: with the same lines and variables. */
    static final class Kind {
        final String className;
        final String descriptor;
        final String file;
        final String[] variables;
        private final int[] lines;
        private int seen;

        /** Where the later ones are counted; -1 while there is none. */
        int common = -1;

        Kind(String className, String descriptor, String file, String[] variables, int[] lines) {
            this.className = className;
            this.descriptor = descriptor;
            this.file = file;
            this.variables = variables;
            this.lines = lines;
        }
    }

    /** @param toldApart how many of a kind have rows of their own */
    Kinds(int toldApart) {
        this.toldApart = toldApart;
    }

    /** The name of a class, or any text with it in it, with each number in it as {@code *}: what its kind has in common. */
    static String nameOf(String text) {
        int at = 0;
        while (at < text.length() && !isDigit(text.charAt(at))) {
            at++;
        }
        if (at == text.length()) {
            return text;
        }
        StringBuilder common = new StringBuilder(text.length());
        boolean before = false;
        for (int i = 0; i < text.length(); i++) {
            boolean digit = isDigit(text.charAt(i));
            if (!digit) {
                common.append(text.charAt(i));
            } else if (!before) {
                common.append(ANY);
            }
            before = digit;
        }
        return common.toString();
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Whether a row is that of a kind. */
    static boolean isKind(String className) {
        return className.contains(ANY);
    }

    /** Whether a class may be one of many: numbers of one digit, as libraries have in their names, are few. */
    static boolean isNumbered(String className) {
        for (int i = 1; i < className.length(); i++) {
            if (isDigit(className.charAt(i)) && isDigit(className.charAt(i - 1))) {
                return true;
            }
        }
        return false;
    }

    /** The kind of a method of a class that {@link #isNumbered is numbered}. */
    Kind of(
            String className,
            String name,
            String descriptor,
            String file,
            String location,
            int[] lines,
            String[] variables) {
        String commonClass = nameOf(className);
        String commonDescriptor = nameOf(descriptor);
        String commonFile = nameOf(file);
        String[] commonVariables = new String[variables.length];
        for (int i = 0; i < variables.length; i++) {
            commonVariables[i] = nameOf(variables[i]);
        }
        String key = commonClass + "#" + name + commonDescriptor + "|" + commonFile + "|" + nameOf(location);
        List<Kind> same = kinds.get(key);
        if (same == null) {
            same = new ArrayList<>(1);
            kinds.put(key, same);
        }
        for (Kind each : same) {
            if (Arrays.equals(each.lines, lines) && Arrays.equals(each.variables, commonVariables)) {
                return each;
            }
        }
        Kind fresh = new Kind(commonClass, commonDescriptor, commonFile, commonVariables, lines);
        same.add(fresh);
        return fresh;
    }

    /** Whether one more method of a kind is told apart. */
    boolean tellsApart(Kind kind) {
        if (kind.seen < toldApart) {
            kind.seen++;
            return true;
        }
        return false;
    }

    /** Forgets all kinds. */
    void clear() {
        kinds.clear();
    }
}

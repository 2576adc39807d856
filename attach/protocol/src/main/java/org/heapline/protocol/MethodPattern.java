package org.heapline.protocol;

import org.jspecify.annotations.Nullable;

/**
 * Which methods are meant: {@code com.acme.Cart#add}, {@code com.acme.Cart#*}, {@code com.acme.Cart} (all its methods,
 * nested classes too), {@code com.acme.*} (the package), {@code com.acme.**} (the packages below it too) or
 * {@code @Profile} (any annotation with that simple name, on a method or a class). Class names are binary names:
 * {@code com.acme.Cart$Item}. {@code *} stands for any characters but a dot, {@code **} for any characters.
 *
 * <p>Immutable; matching allocates nothing.
 */
public final class MethodPattern {
    private final String text;
    private final String classGlob;
    private final @Nullable String methodGlob;
    private final @Nullable String annotation;

    private MethodPattern(String text, String classGlob, @Nullable String methodGlob, @Nullable String annotation) {
        this.text = text;
        this.classGlob = classGlob;
        this.methodGlob = methodGlob;
        this.annotation = annotation;
    }

    /**
     * Reads a pattern.
     *
     * @throws IllegalArgumentException if it is none; the message says why, with an example
     */
    public static MethodPattern parse(String text) {
        String pattern = text.trim();
        if (pattern.isEmpty()) {
            throw wrong(text, "it is empty");
        }
        if (pattern.charAt(0) == '@') {
            String name = pattern.substring(pattern.lastIndexOf('.') + 1);
            name = name.charAt(0) == '@' ? name.substring(1) : name;
            if (name.isEmpty() || !isName(name, false)) {
                throw wrong(text, "an annotation is written like @Profile");
            }
            return new MethodPattern(pattern, "", null, name);
        }
        int hash = pattern.indexOf('#');
        String owner = hash < 0 ? pattern : pattern.substring(0, hash);
        String method = hash < 0 ? null : pattern.substring(hash + 1);
        if (owner.isEmpty()) {
            throw wrong(text, "the class is missing before '#'");
        }
        if (!isName(owner, true) || owner.charAt(0) == '.' || owner.endsWith(".") || owner.contains("..")) {
            throw wrong(text, "'" + owner + "' is no class name");
        }
        if (method != null) {
            int parenthesis = method.indexOf('(');
            method = parenthesis < 0 ? method : method.substring(0, parenthesis);
            if (method.isEmpty()) {
                throw wrong(text, "the method is missing behind '#'");
            }
            if (!method.equals("<init>") && !method.equals("<clinit>") && (!isName(method, false))) {
                throw wrong(text, "'" + method + "' is no method name");
            }
        }
        return new MethodPattern(pattern, owner, method, null);
    }

    private static IllegalArgumentException wrong(String text, String why) {
        return new IllegalArgumentException("'" + text + "' is no method pattern: " + why
                + "; write com.acme.Cart#add, com.acme.Cart, com.acme.*, com.acme.** or @Profile");
    }

    private static boolean isName(String text, boolean dots) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '*' && !(dots && c == '.') && !Character.isJavaIdentifierPart(c) && c != '-') {
                return false;
            }
        }
        return true;
    }

    /** Whether the pattern is about an annotation, so that names alone do not decide. */
    public boolean isAnnotation() {
        return annotation != null;
    }

    /** Whether the pattern names methods, not whole classes. */
    public boolean namesMethods() {
        return methodGlob != null;
    }

    /**
     * Whether some method of the class may be meant. Always false for an annotation.
     *
     * @param className binary name with dots or slashes
     */
    public boolean matchesClass(CharSequence className) {
        if (annotation != null) {
            return false;
        }
        if (methodGlob != null) {
            return glob(classGlob, 0, className, 0, className.length());
        }
        if (glob(classGlob, 0, className, 0, className.length())) {
            return true;
        }
        for (int end = className.length() - 1; end > 0; end--) {
            if (className.charAt(end) == '$' && glob(classGlob, 0, className, 0, end)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether the method of a class that {@link #matchesClass matches} is meant. A lambda's body belongs to the method
     * in which it stands.
     *
     * @param methodName as in the class file
     */
    public boolean matchesMethod(CharSequence methodName) {
        if (methodGlob == null) {
            return annotation == null;
        }
        int length = methodName.length();
        if (glob(methodGlob, 0, methodName, 0, length)) {
            return true;
        }
        int start = bodyNameStart(methodName);
        return start > 0 && glob(methodGlob, 0, methodName, start, lambdaNameEnd(methodName, start))
                || start == 0 && glob(methodGlob, 0, methodName, 0, kotlinNameEnd(methodName))
                || start > 0 && isSpecial(methodName, start);
    }

    /** Whether an annotation of this type is meant: its descriptor's simple name is the pattern's. */
    public boolean matchesAnnotation(String descriptor) {
        if (annotation == null) {
            return false;
        }
        int end = descriptor.length() - 1;
        int start = end - annotation.length();
        return start > 0
                && descriptor.regionMatches(start, annotation, 0, annotation.length())
                && isBoundary(descriptor.charAt(start - 1), start);
    }

    private static boolean isBoundary(char before, int start) {
        return before == '/' || before == '$' || start == 1 && before == 'L';
    }

    /** The pattern as it was written. */
    @Override
    public String toString() {
        return text;
    }

    /** javac: {@code lambda$add$0}; Scala: {@code $anonfun$add$1}; 0 when the name starts with its method. */
    private static int bodyNameStart(CharSequence name) {
        if (startsWith(name, "lambda$")) {
            return 7;
        }
        return startsWith(name, "$anonfun$") ? 9 : 0;
    }

    private static int lambdaNameEnd(CharSequence name, int start) {
        for (int i = name.length() - 1; i > start; i--) {
            if (name.charAt(i) == '$') {
                return i;
            }
        }
        return name.length();
    }

    /** Kotlin: {@code add$lambda$0} or {@code add$lambda-0}. */
    private static int kotlinNameEnd(CharSequence name) {
        String mark = "$lambda";
        for (int i = 1; i + mark.length() <= name.length(); i++) {
            if (matchesAt(name, i, mark)) {
                return i;
            }
        }
        return 0;
    }

    /** A constructor's lambdas are called {@code new}, a static initialiser's {@code static}. */
    private boolean isSpecial(CharSequence name, int start) {
        return "<init>".equals(methodGlob) && matchesAt(name, start, "new$")
                || "<clinit>".equals(methodGlob) && matchesAt(name, start, "static$");
    }

    private static boolean startsWith(CharSequence text, String prefix) {
        return text.length() > prefix.length() && matchesAt(text, 0, prefix);
    }

    private static boolean matchesAt(CharSequence text, int at, String part) {
        if (at + part.length() > text.length()) {
            return false;
        }
        for (int i = 0; i < part.length(); i++) {
            if (text.charAt(at + i) != part.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean glob(String pattern, int p, CharSequence text, int from, int to) {
        int t = from;
        int at = p;
        while (at < pattern.length()) {
            char c = pattern.charAt(at);
            if (c == '*') {
                boolean any = at + 1 < pattern.length() && pattern.charAt(at + 1) == '*';
                int next = at + (any ? 2 : 1);
                for (int i = t; i <= to; i++) {
                    if (glob(pattern, next, text, i, to)) {
                        return true;
                    }
                    if (i < to && !any && isDot(text.charAt(i))) {
                        return false;
                    }
                }
                return false;
            }
            if (t == to || !same(c, text.charAt(t))) {
                return false;
            }
            at++;
            t++;
        }
        return t == to;
    }

    private static boolean isDot(char c) {
        return c == '.' || c == '/';
    }

    private static boolean same(char pattern, char c) {
        return pattern == c || pattern == '.' && c == '/';
    }
}

package org.heapline.views.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.heapline.profile.source.Token;
import org.heapline.profile.source.Token.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Finds the methods in Java text by following its braces, so that a method can be chosen in the text before it is
 * profiled. A method of a local or anonymous class belongs to the method around it.
 */
final class JavaOutline {
    /** A pair of braces: a type, a method, or anything else (then without a name). */
    private static final class Scope {
        final boolean type;
        final boolean isEnum;
        final String name;
        final int first;
        boolean constantsEnded;

        Scope(boolean type, boolean isEnum, String name, int first) {
            this.type = type;
            this.isEnum = isEnum;
            this.name = name;
            this.first = first;
        }
    }

    private final List<MethodRange> found = new ArrayList<>();
    private final Deque<Scope> scopes = new ArrayDeque<>();
    private final Header header = new Header();
    private String packageName = "";
    private int parentheses;

    private JavaOutline() {}

    /** The methods with a body, in the order in which they end. */
    static List<MethodRange> of(List<String> lines, List<List<Token>> tokens) {
        JavaOutline outline = new JavaOutline();
        for (int i = 0; i < lines.size(); i++) {
            for (Token token : tokens.get(i)) {
                if (token.kind() != Kind.COMMENT && token.kind() != Kind.STRING) {
                    outline.scan(lines.get(i).substring(token.start(), token.end()), i + 1);
                }
            }
        }
        return List.copyOf(outline.found);
    }

    private void scan(String text, int line) {
        int at = 0;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
                end++;
            }
            if (end > at) {
                word(text.substring(at, end), line);
                at = end;
            } else {
                sign(text.charAt(at), line);
                at++;
            }
        }
    }

    private boolean atMemberLevel() {
        Scope top = scopes.peek();
        return top == null || top.type;
    }

    private void word(String word, int line) {
        if (atMemberLevel() && parentheses == 0) {
            header.word(word, line);
        }
    }

    private void sign(char c, int line) {
        switch (c) {
            case '(' -> {
                if (parentheses++ == 0 && atMemberLevel()) {
                    header.sign(c);
                }
            }
            case ')' -> {
                parentheses = Math.max(0, parentheses - 1);
            }
            case '{' -> open(line);
            case '}' -> close(line);
            case ';' -> endOfStatement();
            default -> {
                if (!Character.isWhitespace(c) && parentheses == 0 && atMemberLevel()) {
                    header.sign(c);
                }
            }
        }
    }

    private void endOfStatement() {
        if (parentheses > 0 || !atMemberLevel()) {
            return;
        }
        Scope top = scopes.peek();
        if (top == null) {
            packageName = header.packageName(packageName);
        } else {
            top.constantsEnded = true;
        }
        header.clear();
    }

    private void open(int line) {
        Scope top = scopes.peek();
        if (!atMemberLevel() || parentheses > 0) {
            scopes.push(new Scope(false, false, "", line));
            return;
        }
        String type = header.typeName();
        if (type != null) {
            scopes.push(new Scope(true, header.isEnum(), nested(type), line));
        } else if (top == null || header.isField() || (top.isEnum && !top.constantsEnded)) {
            scopes.push(new Scope(false, false, "", line));
        } else {
            String simple = top.name.substring(Math.max(top.name.lastIndexOf('.'), top.name.lastIndexOf('$')) + 1);
            scopes.push(new Scope(false, false, header.methodName(simple), header.methodLine(line)));
        }
        header.clear();
    }

    private String nested(String type) {
        Scope around = scopes.peek();
        if (around != null) {
            return around.name + "$" + type;
        }
        return packageName.isEmpty() ? type : packageName + "." + type;
    }

    private void close(int line) {
        Scope ended = scopes.poll();
        Scope around = scopes.peek();
        if (ended != null && !ended.type && !ended.name.isEmpty() && around != null) {
            found.add(new MethodRange(around.name, ended.name, ended.first, line));
        }
        // The end of an initializer such as `int[] a = {1}` belongs to the field, whose semicolon is yet to come.
        if (parentheses == 0) {
            header.clear();
        }
    }

    /** What stands before an opening brace, since the last statement or member ended. */
    private static final class Header {
        private final List<String> words = new ArrayList<>();
        private final List<Integer> lines = new ArrayList<>();
        private int nameBeforeParenthesis = -1;
        private boolean assigned;
        /** After an at sign or a dot of an annotation's name: the next word belongs to it. */
        private boolean annotation;

        /** After an annotation's name: parentheses are its arguments. */
        private boolean annotated;

        void word(String word, int line) {
            if (annotation) {
                annotation = false;
                annotated = true;
                return;
            }
            annotated = false;
            words.add(word);
            lines.add(line);
        }

        void sign(char c) {
            boolean argumentsOfAnnotation = annotated && c == '(';
            if (c == '=') {
                assigned = true;
            } else if (c == '(' && !argumentsOfAnnotation && nameBeforeParenthesis < 0 && !assigned) {
                nameBeforeParenthesis = words.size() - 1;
            }
            annotation = c == '@' || (annotated && c == '.');
            annotated = false;
        }

        void clear() {
            words.clear();
            lines.clear();
            nameBeforeParenthesis = -1;
            assigned = false;
            annotation = false;
            annotated = false;
        }

        String packageName(String known) {
            int at = words.indexOf("package");
            return at < 0 ? known : String.join(".", words.subList(at + 1, words.size()));
        }

        boolean isEnum() {
            return words.contains("enum");
        }

        boolean isField() {
            return assigned;
        }

        @Nullable
        String typeName() {
            for (int i = 0; i + 1 < words.size(); i++) {
                String word = words.get(i);
                boolean keyword = word.equals("class") || word.equals("interface") || word.equals("enum");
                if (keyword || (word.equals("record") && nameBeforeParenthesis == i + 1)) {
                    return words.get(i + 1);
                }
            }
            return null;
        }

        /** The method's name; without parentheses it is a compact constructor or an initializer. */
        String methodName(String type) {
            if (nameBeforeParenthesis >= 0) {
                String name = words.get(nameBeforeParenthesis);
                return name.equals(type) ? "<init>" : name;
            }
            return words.size() == 1 && words.get(0).equals("static") ? "<clinit>" : "<init>";
        }

        int methodLine(int otherwise) {
            int at = nameBeforeParenthesis >= 0 ? nameBeforeParenthesis : words.size() - 1;
            return at >= 0 ? lines.get(at) : otherwise;
        }
    }
}

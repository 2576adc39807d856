package org.heapline.protocol;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A simple expression over the locals of a stopped frame: a local or {@code this}, followed by fields, indexes and methods
 * without arguments, as in {@code cart.items[3].size()}.
 */
public final class Expression {
    /** What follows: a name, an index or a call. */
    public static final class Step {
        private final String name;
        private final boolean call;
        private final int index;

        private Step(String name, boolean call, int index) {
            this.name = name;
            this.call = call;
            this.index = index;
        }

        /** The name of a field or method; empty for an index. */
        public String name() {
            return name;
        }

        /** Whether the name is that of a method. */
        public boolean isCall() {
            return call;
        }

        /** The index; -1 for a name. */
        public int index() {
            return index;
        }
    }

    private final String text;
    private final List<Step> steps = new ArrayList<Step>();
    private int at;

    private Expression(String text) {
        this.text = text;
    }

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException if it is something else; the message is fit for a user
     */
    public static Expression parse(String text) {
        Expression read = new Expression(text.trim());
        read.name();
        while (read.at < read.text.length()) {
            char next = read.text.charAt(read.at);
            if (next == '.') {
                read.at++;
                read.name();
            } else if (next == '[') {
                read.index();
            } else {
                throw read.refused();
            }
        }
        return read;
    }

    private void name() {
        int start = at;
        while (at < text.length()
                && (at == start
                        ? Character.isJavaIdentifierStart(text.charAt(at))
                        : Character.isJavaIdentifierPart(text.charAt(at)))) {
            at++;
        }
        if (at == start) {
            throw refused();
        }
        String name = text.substring(start, at);
        boolean call = text.startsWith("()", at);
        if (call) {
            at += 2;
        }
        steps.add(new Step(name, call, -1));
    }

    private void index() {
        int end = text.indexOf(']', at);
        String number = end < 0 ? "" : text.substring(at + 1, end).trim();
        if (!number.matches("\\d{1,9}")) {
            throw refused();
        }
        steps.add(new Step("", false, Integer.parseInt(number)));
        at = end + 1;
    }

    private IllegalArgumentException refused() {
        return new IllegalArgumentException("'" + text + "' cannot be evaluated: write a local or a field of this,"
                + " followed by fields, [index] or methods without arguments, such as cart.items.size()");
    }

    /** Its steps; at least one. */
    public List<Step> steps() {
        return Collections.unmodifiableList(steps);
    }
}

package org.heapline.views.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heapline.profile.source.Token;

/**
 * A call in a line of Java text, as far as its letters tell.
 *
 * @param line from 1
 * @param start column of the method's name, from 0
 * @param end column behind it
 * @param name of the method, or of the class that is made
 * @param receiver what stands before the dot; empty for none, {@code )} for what cannot be named
 * @param constructor whether an object is made
 */
record Call(int line, int start, int end, String name, String receiver, boolean constructor) {
    private static final Pattern CALL = Pattern.compile("(?:\\b(?<new>new)\\s+|(?<receiver>[\\w$]+|[)\\]])\\s*\\.\\s*)?"
            + "\\b(?<name>[A-Za-z_$][\\w$]*)\\s*(?:<[^()<>;]*>)?\\(");
    private static final Pattern REFERENCE =
            Pattern.compile("(?<receiver>[\\w$]+)\\s*::\\s*(?<name>[A-Za-z_$][\\w$]*)");

    /** The calls of a line, from left to right. */
    static List<Call> in(SourceLine line) {
        List<Call> found = new ArrayList<>();
        Matcher call = CALL.matcher(line.text());
        while (call.find()) {
            if (isName(line, call.start("name"))) {
                String receiver = call.group("receiver") == null ? "" : call.group("receiver");
                found.add(new Call(
                        line.number(),
                        call.start("name"),
                        call.end("name"),
                        call.group("name"),
                        receiver,
                        call.group("new") != null));
            }
        }
        Matcher reference = REFERENCE.matcher(line.text());
        while (reference.find()) {
            boolean constructor = reference.group("name").equals("new");
            if (constructor || isName(line, reference.start("name"))) {
                found.add(new Call(
                        line.number(),
                        reference.start("name"),
                        reference.end("name"),
                        reference.group(constructor ? "receiver" : "name"),
                        constructor ? "" : reference.group("receiver"),
                        constructor));
            }
        }
        return found;
    }

    /** The call whose name stands at a column. */
    static Optional<Call> at(SourceLine line, int column) {
        return in(line).stream()
                .filter(call -> column >= call.start && column < call.end)
                .findFirst();
    }

    /** Neither a keyword such as {@code if}, nor part of a comment or of a string. */
    private static boolean isName(SourceLine line, int column) {
        return line.tokens().stream()
                .filter(token -> column >= token.start() && column < token.end())
                .map(Token::kind)
                .allMatch(kind -> kind == Token.Kind.PLAIN || kind == Token.Kind.TYPE);
    }
}

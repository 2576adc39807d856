package org.heapline.profile.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.heapline.profile.source.Token.Kind;

/**
 * Cuts Java text into coloured stretches, line by line. Only comments and text blocks reach over the end of a line, so
 * one word of state is enough and a file of 5,000 lines takes a few milliseconds. Wrong Java is coloured as far as it
 * goes, never refused.
 */
public final class JavaLexer {
    private static final Set<String> KEYWORDS = Set.of(("abstract assert boolean break byte case catch char class const"
                    + " continue default do double else enum extends final finally float for goto if implements import"
                    + " instanceof int interface long native new package private protected public return short static"
                    + " strictfp super switch synchronized this throw throws transient try void volatile while true"
                    + " false null var record sealed permits yield")
            .split(" "));

    private enum Inside {
        CODE,
        COMMENT,
        TEXT_BLOCK
    }

    private Inside inside = Inside.CODE;

    private JavaLexer() {}

    /** The stretches of each line, in order and without gaps. */
    public static List<List<Token>> lex(List<String> lines) {
        JavaLexer lexer = new JavaLexer();
        List<List<Token>> all = new ArrayList<>(lines.size());
        for (String line : lines) {
            all.add(lexer.line(line));
        }
        return all;
    }

    /** Whether a word is a keyword, a literal or one of the newer words that read like keywords. */
    public static boolean isKeyword(String word) {
        return KEYWORDS.contains(word);
    }

    private List<Token> line(String text) {
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            Kind kind;
            int end;
            if (inside == Inside.COMMENT) {
                kind = Kind.COMMENT;
                end = leave(text, at, "*/");
            } else if (inside == Inside.TEXT_BLOCK) {
                kind = Kind.STRING;
                end = leaveTextBlock(text, at);
            } else {
                kind = kindAt(text, at);
                end = endOf(kind, text, at);
                if (kind == Kind.PLAIN && Character.isJavaIdentifierStart(text.charAt(at))) {
                    kind = wordKind(text, at, end);
                }
            }
            add(tokens, kind, at, end);
            at = end;
        }
        return List.copyOf(tokens);
    }

    private static void add(List<Token> tokens, Kind kind, int start, int end) {
        int last = tokens.size() - 1;
        if (last >= 0 && tokens.get(last).kind() == kind) {
            tokens.set(last, new Token(kind, tokens.get(last).start(), end));
        } else {
            tokens.add(new Token(kind, start, end));
        }
    }

    private static Kind kindAt(String text, int at) {
        char c = text.charAt(at);
        if (text.startsWith("//", at) || text.startsWith("/*", at)) {
            return Kind.COMMENT;
        }
        if (c == '"' || c == '\'') {
            return Kind.STRING;
        }
        if (Character.isDigit(c)) {
            return Kind.NUMBER;
        }
        if (c == '@' && at + 1 < text.length() && Character.isJavaIdentifierStart(text.charAt(at + 1))) {
            return text.startsWith("@interface", at) ? Kind.KEYWORD : Kind.ANNOTATION;
        }
        return Kind.PLAIN;
    }

    private int endOf(Kind kind, String text, int at) {
        switch (kind) {
            case COMMENT:
                if (text.startsWith("//", at)) {
                    return text.length();
                }
                inside = Inside.COMMENT;
                return at + 2 >= text.length() ? text.length() : leave(text, at + 2, "*/");
            case STRING:
                if (text.startsWith("\"\"\"", at)) {
                    inside = Inside.TEXT_BLOCK;
                    return at + 3 >= text.length() ? text.length() : leaveTextBlock(text, at + 3);
                }
                return endOfQuoted(text, at);
            case NUMBER:
                return endOfNumber(text, at);
            case KEYWORD, ANNOTATION:
                return endOfWord(text, at + 1);
            default:
                return Character.isJavaIdentifierStart(text.charAt(at)) ? endOfWord(text, at) : at + 1;
        }
    }

    private int leave(String text, int from, String mark) {
        int found = text.indexOf(mark, from);
        if (found < 0) {
            return text.length();
        }
        inside = Inside.CODE;
        return found + mark.length();
    }

    private int leaveTextBlock(String text, int from) {
        int at = from;
        while (at < text.length()) {
            if (text.charAt(at) == '\\') {
                at += 2;
            } else if (text.startsWith("\"\"\"", at)) {
                inside = Inside.CODE;
                return at + 3;
            } else {
                at++;
            }
        }
        return text.length();
    }

    private static int endOfQuoted(String text, int start) {
        char quote = text.charAt(start);
        for (int at = start + 1; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\\') {
                at++;
            } else if (c == quote) {
                return at + 1;
            }
        }
        return text.length();
    }

    private static int endOfNumber(String text, int start) {
        int at = start;
        while (at < text.length() && (Character.isJavaIdentifierPart(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        return at;
    }

    private static int endOfWord(String text, int start) {
        int at = start;
        while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static Kind wordKind(String text, int start, int end) {
        String word = text.substring(start, end);
        if (isKeyword(word)) {
            return Kind.KEYWORD;
        }
        boolean constant = word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT));
        return Character.isUpperCase(word.charAt(0)) && !constant ? Kind.TYPE : Kind.PLAIN;
    }
}

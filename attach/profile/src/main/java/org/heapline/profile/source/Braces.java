package org.heapline.profile.source;

import java.util.regex.Pattern;

/** The braces of a line of Java, without those in texts and comments. */
final class Braces {
    /** Possessive, for a repeated group that may give back needs a frame of the stack for each character of a long text. */
    private static final Pattern NOT_CODE =
            Pattern.compile("\"(?:[^\"\\\\]++|\\\\.)*+\"|'(?:[^'\\\\]++|\\\\.)++'|//.*|/\\*.*?(?:\\*/|$)");

    private Braces() {}

    /** The line with texts and comments taken out. */
    static String code(String line) {
        return NOT_CODE.matcher(line).replaceAll(" ");
    }

    /** How many more braces a line of code opens than it closes. */
    static int balance(String code) {
        int balance = 0;
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            balance += c == '{' ? 1 : c == '}' ? -1 : 0;
        }
        return balance;
    }
}

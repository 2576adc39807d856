package org.heapline.app.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * The three streams of a command. Text goes out as UTF-8, whatever the locale: reports quote source files.
 *
 * @param in what the user types
 * @param data what was asked for, and nothing else
 * @param messages everything else: progress, notes, errors
 * @param typed whether {@code in} is a keyboard
 * @param watched whether somebody sees {@code messages} on a screen, so that a line can be rewritten
 */
public record Terminal(InputStream in, OutputStream data, PrintStream messages, boolean typed, boolean watched) {
    /** Tells, as digits, which of the streams 0, 1 and 2 are a terminal; set by the launcher script. */
    private static final String TERMINALS = "heapline.terminals";

    /** The streams of this process. */
    public static Terminal system() {
        String terminals = System.getProperty(TERMINALS, "");
        return new Terminal(
                System.in,
                new FileOutputStream(FileDescriptor.out),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                terminals.contains("0"),
                terminals.contains("2"));
    }

    /** Tells the user something, on one line. */
    void say(String message) {
        messages.println("heapline: " + message);
    }
}

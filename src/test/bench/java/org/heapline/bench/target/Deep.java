package org.heapline.bench.target;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * A program that recurses until its stack is full. Answers each line on standard input with how deep it got, once the JVM
 * has compiled what it compiles; ends at the end of the input.
 */
public final class Deep {
    private static final int TIMES = 300;
    private static final long STACK = 1 << 20;

    private static Object sink;
    private int depth;

    private Deep() {}

    /** Without arguments. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println("ready");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        while (in.readLine() != null) {
            Deep deep = new Deep();
            Thread thread = new Thread(null, deep::overflow, "deep", STACK);
            thread.start();
            thread.join();
            out.println(deep.depth);
        }
    }

    private void overflow() {
        for (int i = 0; i < TIMES; i++) {
            depth = 0;
            try {
                descend("a");
            } catch (StackOverflowError e) {
                sink = e;
            }
        }
    }

    private int descend(String name) {
        depth++;
        if (name.length() > 1) {
            return 0; // Never, but that is not known here.
        }
        String next = name.isEmpty() ? "x" : name;
        int below = descend(next);
        return below + next.length();
    }
}

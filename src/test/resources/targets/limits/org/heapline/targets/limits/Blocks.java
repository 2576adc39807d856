package org.heapline.targets.limits;

import java.util.ArrayList;
import java.util.List;
import org.heapline.targets.Commands;

/** Takes much in one line, or in one call, or in many threads at once. */
final class Blocks {
    static final int MEGABYTE = 1 << 20;

    private Blocks() {}

    static void line() {
        Commands.sink = blocks(2);
        int count = 12;
        Commands.sink = blocks(count); // one line takes all
        Commands.sink = null; // behind the line
    }

    static void parts() {
        for (int i = 1; i <= 7; i++) {
            Commands.sink = new Twice(i);
        }
    }

    private static class Once {
        private final byte[] kept;

        Once(byte[] given) {
            kept = new byte[given.length];
            Commands.sink = kept;
        }
    }

    private static final class Twice extends Once {
        Twice(int count) {
            super(new byte[count * MEGABYTE]); // the arguments and the call
            Commands.sink = this;
        }
    }

    static void call() {
        for (int i = 0; i < 8; i++) {
            short_(); // each call takes little
        }
        long_(); // the long one
    }

    private static void short_() {
        Commands.sink = new byte[MEGABYTE];
    }

    private static void long_() {
        for (int i = 0; i < 30; i++) {
            Commands.sink = new byte[MEGABYTE]; // one call takes all
        }
    }

    private static List<byte[]> blocks(int count) {
        List<byte[]> blocks = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            blocks.add(new byte[MEGABYTE]);
        }
        return blocks;
    }

    static void few() {
        for (int i = 0; i < 30; i++) {
            Commands.sink = new byte[i < 20 ? 900 : 1000]; // a thousand bytes
        }
    }

    static void busy() {
        for (int t = 0; t < 16; t++) {
            Thread thread = new Thread(Blocks::spin, "busy-" + t);
            thread.setDaemon(true);
            thread.start();
        }
    }

    private static void spin() {
        while (true) {
            Commands.sink = new byte[1000]; // again and again
        }
    }
}

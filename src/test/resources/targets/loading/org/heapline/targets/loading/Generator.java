package org.heapline.targets.loading;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.heapline.targets.Commands;

/** Makes classes with ever new numbers in their names, each in a loader of its own. */
final class Generator {
    private static final String TEMPLATE = "Made000000";
    private static final String FOLDER = "org/heapline/targets/loading/";

    private static final List<Runnable> KEPT = new ArrayList<>();
    private static volatile boolean busy;

    private static int made;

    private Generator() {}

    /** A thousand classes of one loader, as a program of some size has them. */
    static void keepAThousand() {
        byte[] template = template();
        One loader = new One();
        for (int i = 0; i < 1000; i++) {
            KEPT.add(loader.make(renamed(template, ++made)));
        }
        runKept();
    }

    static void runKept() {
        for (Runnable each : KEPT) {
            each.run();
        }
        Commands.sink = null;
    }

    /** Threads that go through the kept classes all the time. */
    static void beginToRunKept() {
        busy = true;
        for (int t = 0; t < 3; t++) {
            Thread thread = new Thread(
                    () -> {
                        while (busy) {
                            runKept();
                        }
                    },
                    "busy");
            thread.setDaemon(true);
            thread.start();
        }
    }

    static void endToRunKept() {
        busy = false;
    }

    static void makeAThousand() {
        byte[] template = template();
        for (int i = 0; i < 1000; i++) {
            make(template, ++made).run();
        }
        Commands.sink = null;
    }

    /** Threads that stand in classes of the same kind all the time, and come and go in others. */
    static void makeInParallel() {
        byte[] template = template();
        Thread[] threads = new Thread[8];
        for (int t = 0; t < threads.length; t++) {
            Runnable first = make(template, ++made);
            threads[t] = new Thread(() -> {
                for (int i = 0; i < 500; i++) {
                    first.run();
                }
            });
            threads[t].start();
        }
        try {
            for (Thread each : threads) {
                each.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Commands.sink = null;
    }

    private static byte[] template() {
        try (InputStream in = Generator.class.getClassLoader().getResourceAsStream(FOLDER + TEMPLATE + ".class")) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            byte[] buffer = new byte[4096];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                bytes.write(buffer, 0, read);
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Runnable make(byte[] template, int number) {
        return new One().make(renamed(template, number));
    }

    /** The template under another name of the same length. */
    private static byte[] renamed(byte[] template, int number) {
        String name = String.format(Locale.ROOT, "Made%06d", number);
        byte[] found = TEMPLATE.getBytes(StandardCharsets.US_ASCII);
        byte[] put = name.getBytes(StandardCharsets.US_ASCII);
        byte[] bytes = template.clone();
        for (int at = 0; at + found.length <= bytes.length; at++) {
            int same = 0;
            while (same < found.length && template[at + same] == found[same]) {
                same++;
            }
            if (same == found.length) {
                System.arraycopy(put, 0, bytes, at, put.length);
            }
        }
        return bytes;
    }

    private static final class One extends ClassLoader {
        One() {
            super(Generator.class.getClassLoader());
        }

        Runnable make(byte[] bytes) {
            try {
                return (Runnable) defineClass(null, bytes, 0, bytes.length).getConstructor().newInstance();
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}

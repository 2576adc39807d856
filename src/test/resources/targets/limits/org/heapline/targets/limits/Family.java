package org.heapline.targets.limits;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.heapline.targets.Commands;

/** A program whose child takes the memory. */
final class Family {
    private static volatile boolean over;

    private Family() {}

    /** Goes on by itself while the child grows, until it is told that this is over. */
    static void grow() {
        over = false;
        Process child = bear();
        while (!over) {
            Commands.sink = new byte[1000]; // beside the child
        }
        child.destroy();
    }

    static void end() {
        over = true;
    }

    private static Process bear() {
        String java = System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
        try {
            return new ProcessBuilder(
                            java, "-Xmx400m", "-cp", System.getProperty("java.class.path"), Child.class.getName())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes 256 MiB and ends with its parent. */
    public static final class Child {
        private Child() {}

        public static void main(String[] args) throws IOException {
            byte[][] taken = new byte[256][];
            for (int i = 0; i < taken.length; i++) {
                taken[i] = new byte[1 << 20];
            }
            System.in.read();
            System.out.println(taken.length);
        }
    }
}

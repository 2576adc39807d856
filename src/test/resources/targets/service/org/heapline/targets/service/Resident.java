package org.heapline.targets.service;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.heapline.targets.Commands;

/** Takes memory that the heap does not know of: outside of it, and in another process. */
final class Resident {
    private static final int SIZE = 64 << 20;

    private Resident() {}

    static void run() {
        ByteBuffer buffer = ByteBuffer.allocateDirect(SIZE); // taken
        touch(buffer); // touched again
        Commands.sink = buffer; // nothing
    }

    static void child() {
        try {
            Process child = new ProcessBuilder(
                            System.getProperty("java.home") + "/bin/java",
                            "-Xmx16m",
                            "-XX:MaxDirectMemorySize=100m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Child.class.getName())
                    .start();
            int ready = child.getInputStream().read(); // child
            Commands.sink = ready; // while it lives
            child.getOutputStream().close();
            child.waitFor(); // until it is gone
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void touch(ByteBuffer buffer) {
        for (int i = 0; i < buffer.capacity(); i += 4096) {
            buffer.put(i, (byte) 1);
        }
    }

    /** The other process: says that it has its memory, and ends with its input. */
    public static final class Child {
        private Child() {}

        public static void main(String[] args) throws IOException {
            ByteBuffer buffer = ByteBuffer.allocateDirect(SIZE);
            touch(buffer);
            System.out.write('r');
            System.out.flush();
            System.exit(System.in.read() + buffer.get(0));
        }
    }
}

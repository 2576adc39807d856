package org.heapline.client.jvm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The file by which Java asks a JVM on Linux to listen; it lies in the target's working folder. Java takes it away when the
 * JVM has answered or will not, but not where Heapline itself ends while it waits for that.
 */
final class AttachFile implements AutoCloseable {
    private static final Set<Path> IN_USE = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> IN_USE.forEach(AttachFile::remove), "heapline-attach-files"));
    }

    private final @Nullable Path file;

    private AttachFile(@Nullable Path file) {
        this.file = file;
    }

    /** The one of a process that is about to be attached to; nothing is made, and elsewhere than on Linux there is none. */
    static AttachFile of(long pid) {
        try {
            Path folder = Files.readSymbolicLink(Path.of("/proc", Long.toString(pid), "cwd"));
            Path file = folder.resolve(".attach_pid" + pid);
            IN_USE.add(file);
            return new AttachFile(file);
        } catch (IOException | UnsupportedOperationException e) {
            return new AttachFile(null); // Gone, somebody else's, or no Linux: attaching says so itself.
        }
    }

    /** Attaching has succeeded or failed: the file is there no more. */
    @Override
    public void close() {
        if (file != null) {
            IN_USE.remove(file);
            remove(file);
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            return; // Not ours to take away.
        }
    }
}

package org.heapline.profile.store;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.UUID;

/**
 * Writes a file whole or not at all: beside its place first, then moved there. Whatever goes wrong (disk full, folder
 * read-only, the content's own failure), a file that was there before is still there unchanged and nothing is left
 * beside it. So it is too where the thread is interrupted meanwhile: writing fails then. Devices and pipes are written
 * directly.
 */
public final class AtomicFile {
    /** What is written into the file as bytes. */
    @FunctionalInterface
    public interface Bytes {
        /** @param out not to be closed */
        void writeTo(OutputStream out) throws IOException;
    }

    /** What is written into the file as text. */
    @FunctionalInterface
    public interface Text {
        /** @param out not to be closed */
        void writeTo(Writer out) throws IOException;
    }

    private AtomicFile() {}

    /**
     * Writes text as UTF-8.
     *
     * @throws IOException with one line that names the file, the reason and the next step
     */
    public static void write(Path file, Text content) throws IOException {
        writeBytes(file, out -> {
            Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            content.writeTo(writer);
            writer.flush();
        });
    }

    /**
     * Writes bytes.
     *
     * @throws IOException with one line that names the file, the reason and the next step
     */
    public static void writeBytes(Path file, Bytes content) throws IOException {
        try {
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                writeDirectly(file, content);
            } else {
                // A symbolic link stays one: its target is replaced.
                writeBeside(Files.exists(file) ? file.toRealPath() : file.toAbsolutePath(), content);
            }
        } catch (IOException e) {
            throw FileFailure.writing(file, e);
        }
    }

    private static void writeDirectly(Path file, Bytes content) throws IOException {
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.WRITE)) {
            content.writeTo(out);
        }
    }

    private static void writeBeside(Path file, Bytes content) throws IOException {
        Path beside = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            try (FileChannel channel =
                    FileChannel.open(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                OutputStream out = Channels.newOutputStream(channel);
                content.writeTo(out);
                channel.force(true);
            }
            keepPermissions(file, beside);
            move(beside, file);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static void keepPermissions(Path old, Path beside) throws IOException {
        PosixFileAttributeView mine = Files.getFileAttributeView(beside, PosixFileAttributeView.class);
        if (mine != null && Files.exists(old)) {
            mine.setPermissions(Files.getPosixFilePermissions(old));
        }
    }

    private static void move(Path beside, Path file) throws IOException {
        try {
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}

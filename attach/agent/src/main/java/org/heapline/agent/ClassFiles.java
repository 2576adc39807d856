package org.heapline.agent;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The files of loaded classes, as their loaders find them. */
final class ClassFiles {
    private ClassFiles() {}

    /**
     * Reads one.
     *
     * @param loader null for the JVM's own
     * @param name of the class, with slashes
     * @return null if the loader does not find it
     */
    static byte @Nullable [] of(@Nullable ClassLoader loader, String name) throws IOException {
        String path = name + ".class";
        try (InputStream in =
                loader == null ? ClassLoader.getSystemResourceAsStream(path) : loader.getResourceAsStream(path)) {
            return in == null ? null : readAll(in);
        }
    }

    private static byte[] readAll(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(8192);
        byte[] buffer = new byte[8192];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            bytes.write(buffer, 0, read);
        }
        return bytes.toByteArray();
    }
}

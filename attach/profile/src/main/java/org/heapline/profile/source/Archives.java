package org.heapline.profile.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipFile;

/**
 * Jars and zips that stay open while files are looked for in them: to open one with ten thousands of entries takes a
 * hundred times as long as to find that a file is not there. For one thread.
 */
final class Archives implements AutoCloseable {
    /** So many are open at once, the latest ones used. */
    private static final int MOST = 50;

    private final Map<Path, ZipFile> open = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<Path, Optional<Artifact>> artifacts = new HashMap<>();

    /**
     * An archive, to be left open.
     *
     * @throws IOException if it is none, or cannot be read
     */
    ZipFile open(Path path) throws IOException {
        ZipFile archive = open.get(path);
        if (archive == null) {
            if (open.size() >= MOST) {
                close(open.remove(open.keySet().iterator().next()));
            }
            archive = new ZipFile(path.toFile());
            open.put(path, archive);
        }
        return archive;
    }

    /** As {@link Artifact#of}. */
    Optional<Artifact> artifact(Path jar) throws IOException {
        Optional<Artifact> known = artifacts.get(jar);
        if (known == null) {
            known = Artifact.of(open(jar));
            artifacts.put(jar, known);
        }
        return known;
    }

    @Override
    public void close() {
        open.values().forEach(Archives::close);
        open.clear();
    }

    private static void close(ZipFile archive) {
        try {
            archive.close();
        } catch (IOException e) {
            return; // It was only read, and all that was wanted of it has been.
        }
    }
}

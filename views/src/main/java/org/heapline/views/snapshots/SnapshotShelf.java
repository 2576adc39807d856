package org.heapline.views.snapshots;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.heapline.profile.Snapshot;
import org.heapline.profile.store.SnapshotFile;

/** The folder in which snapshots are kept. All methods block; may be called from any thread. */
public final class SnapshotShelf {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH.mm.ss", Locale.ROOT);
    private static final int LONGEST_NAME = 80;

    private final Path folder;

    public SnapshotShelf(Path folder) {
        this.folder = folder;
    }

    /**
     * Saves a snapshot under the target's name and the moment.
     *
     * @return the file
     * @throws IOException with one line that names the file, the reason and the next step
     */
    public Path save(Snapshot snapshot, LocalDateTime now) throws IOException {
        Files.createDirectories(folder);
        String name = fileName(snapshot.target().name()) + " " + MOMENT.format(now);
        Path file = folder.resolve(name + SavedSnapshot.ENDING);
        for (int i = 2; Files.exists(file); i++) {
            file = folder.resolve(name + " (" + i + ")" + SavedSnapshot.ENDING);
        }
        SnapshotFile.save(snapshot, file);
        return file;
    }

    /** The folder itself; need not exist yet. */
    public Path folder() {
        return folder;
    }

    /**
     * Opens a snapshot.
     *
     * @throws IOException with one line that names the file, the reason and the next step
     */
    public Snapshot read(Path file) throws IOException {
        return SnapshotFile.open(file);
    }

    /** The name of a file without its ending. */
    public static String nameOf(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(SavedSnapshot.ENDING)
                ? name.substring(0, name.length() - SavedSnapshot.ENDING.length())
                : name;
    }

    /** A target's name as part of a file's name: what systems forbid there becomes a dash. */
    public static String fileName(String name) {
        String allowed = name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "-").strip();
        String shorter = allowed.length() > LONGEST_NAME ? allowed.substring(0, LONGEST_NAME) : allowed;
        return shorter.isEmpty() || shorter.startsWith(".") ? "snapshot" + shorter : shorter;
    }
}

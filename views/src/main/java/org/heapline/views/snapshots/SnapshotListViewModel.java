package org.heapline.views.snapshots;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.heapline.profile.store.AtomicFile;
import org.heapline.views.fx.FxUpdates;
import org.jspecify.annotations.Nullable;

/** The saved snapshots of a folder, newest first, followed in the background. */
public final class SnapshotListViewModel implements AutoCloseable {
    private static final long PERIOD_MILLIS = 2_000;

    private final Path folder;
    private final FxUpdates fx;
    private final ObservableList<SavedSnapshot> files = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
    private @Nullable ScheduledFuture<?> refreshing;

    public SnapshotListViewModel(Path folder, FxUpdates fx) {
        this.folder = folder;
        this.fx = fx;
    }

    /** Looks into the folder now and every two seconds until {@link #close()}. */
    public void start(ScheduledExecutorService background) {
        refreshing = background.scheduleWithFixedDelay(this::refresh, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Looks into the folder. Blocks; the outcome comes to the JavaFX thread. */
    public void refresh() {
        try {
            List<SavedSnapshot> found = read();
            fx.later(() -> {
                failure.set("");
                if (!files.equals(found)) {
                    files.setAll(found);
                }
            });
        } catch (IOException e) {
            fx.later(() -> failure.set(String.valueOf(e.getMessage())));
        }
    }

    private List<SavedSnapshot> read() throws IOException {
        List<SavedSnapshot> found = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return found;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path file : entries.toList()) {
                String name = String.valueOf(file.getFileName());
                // A file that vanishes between listing and reading is simply not there any more.
                if (name.endsWith(SavedSnapshot.ENDING) && Files.isRegularFile(file)) {
                    found.add(new SavedSnapshot(
                            file,
                            name.substring(0, name.length() - SavedSnapshot.ENDING.length()),
                            Files.getLastModifiedTime(file).toInstant(),
                            Files.size(file),
                            note(file)));
                }
            }
        }
        found.sort(Comparator.comparing(SavedSnapshot::savedAt).reversed());
        return found;
    }

    private static String note(Path file) throws IOException {
        Path note = SavedSnapshot.noteOf(file);
        return Files.isRegularFile(note) ? Files.readString(note).strip() : "";
    }

    /**
     * Writes down what the user thinks of a snapshot, beside it; an empty note takes it away. Blocks.
     *
     * @throws IOException if the folder cannot be written
     */
    public void write(SavedSnapshot snapshot, String note) throws IOException {
        Path file = SavedSnapshot.noteOf(snapshot.file());
        if (note.isBlank()) {
            Files.deleteIfExists(file);
        } else {
            AtomicFile.write(file, out -> out.append(note.strip()).append('\n'));
        }
        refresh();
    }

    /**
     * Deletes a snapshot and its note. Blocks.
     *
     * @throws IOException if the file cannot be deleted
     */
    public void delete(SavedSnapshot snapshot) throws IOException {
        Files.deleteIfExists(SavedSnapshot.noteOf(snapshot.file()));
        Files.deleteIfExists(snapshot.file());
        refresh();
    }

    /** Where snapshots are saved. */
    public Path folder() {
        return folder;
    }

    /** The snapshots of the folder, newest first. */
    public ObservableList<SavedSnapshot> files() {
        return files;
    }

    /** Why the folder could not be read; empty if it could. */
    public ReadOnlyStringProperty failureProperty() {
        return failure.getReadOnlyProperty();
    }

    @Override
    public void close() {
        ScheduledFuture<?> current = refreshing;
        if (current != null) {
            current.cancel(false);
        }
    }
}

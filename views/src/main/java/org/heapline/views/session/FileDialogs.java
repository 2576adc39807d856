package org.heapline.views.session;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.heapline.profile.format.ReportFormat;
import org.heapline.profile.store.SnapshotFile;
import org.heapline.views.text.Messages;
import org.jspecify.annotations.Nullable;

/** The system's file dialogs. */
public final class FileDialogs implements FilePrompt {
    private final Supplier<@Nullable Window> owner;
    private @Nullable File lastFolder;

    /** @param owner the window the dialogs belong to */
    public FileDialogs(Supplier<@Nullable Window> owner) {
        this.owner = owner;
    }

    @Override
    public Optional<Path> toWrite(String title, String name, String extension) {
        FileChooser chooser = chooser(title, extension);
        chooser.setInitialFileName(name.replaceAll("[\\\\/:*?\"<>|]", "-") + "." + extension);
        return remember(chooser.showSaveDialog(owner.get()));
    }

    @Override
    public Optional<Path> toRead(String title, String extension) {
        FileChooser chooser = chooser(title, extension);
        if (extension.equals(SnapshotFile.EXTENSION)) {
            // A JSON report opens like a snapshot.
            chooser.getExtensionFilters()
                    .set(
                            0,
                            new ExtensionFilter(
                                    Messages.text("files.kind", extension),
                                    "*." + extension,
                                    "*." + ReportFormat.JSON.extension()));
        }
        return remember(chooser.showOpenDialog(owner.get()));
    }

    private FileChooser chooser(String title, String extension) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters()
                .addAll(
                        new ExtensionFilter(Messages.text("files.kind", extension), "*." + extension),
                        new ExtensionFilter(Messages.text("files.all"), "*.*"));
        if (lastFolder != null && lastFolder.isDirectory()) {
            chooser.setInitialDirectory(lastFolder);
        }
        return chooser;
    }

    private Optional<Path> remember(@Nullable File chosen) {
        if (chosen == null) {
            return Optional.empty();
        }
        lastFolder = chosen.getParentFile();
        return Optional.of(chosen.toPath());
    }
}

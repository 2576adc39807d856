package org.heapline.views.shell;

import java.io.File;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import org.heapline.profile.format.ReportFormat;
import org.heapline.views.snapshots.SavedSnapshot;

/** Snapshots, and JSON reports, that are dropped on the window are opened. */
final class FileDrop {
    private FileDrop() {}

    static void on(Scene scene, MainViewModel model) {
        scene.setOnDragOver(event -> {
            if (!snapshots(event).isEmpty()) {
                event.acceptTransferModes(TransferMode.COPY);
            }
            event.consume();
        });
        scene.setOnDragDropped(event -> {
            snapshots(event).forEach(file -> model.files().open(file.toPath()));
            event.setDropCompleted(true);
            event.consume();
        });
    }

    private static List<File> snapshots(DragEvent event) {
        return event.getDragboard().getFiles().stream()
                .filter(file -> file.getName().endsWith(SavedSnapshot.ENDING)
                        || file.getName().endsWith("." + ReportFormat.JSON.extension()))
                .toList();
    }
}

package org.heapline.views.shell;

import java.util.List;
import org.heapline.views.snapshots.SavedSnapshot;
import org.heapline.views.snapshots.SnapshotListView;

/** What the list of snapshots asks of the window. */
final class SnapshotActions implements SnapshotListView.Actions {
    private final MainViewModel model;

    SnapshotActions(MainViewModel model) {
        this.model = model;
    }

    @Override
    public void open(SavedSnapshot snapshot) {
        model.files().open(snapshot.file());
    }

    @Override
    public void compare(SavedSnapshot before, SavedSnapshot after) {
        model.files().compare(before, after);
    }

    @Override
    public void sideBySide(List<SavedSnapshot> snapshots) {
        model.files().openSideBySide(snapshots.stream().map(SavedSnapshot::file).toList());
    }

    @Override
    public void note(SavedSnapshot snapshot, String note) {
        model.background().run(() -> model.snapshots().write(snapshot, note), () -> {});
    }

    @Override
    public void delete(SavedSnapshot snapshot) {
        model.background().run(() -> model.snapshots().delete(snapshot), () -> {});
    }
}

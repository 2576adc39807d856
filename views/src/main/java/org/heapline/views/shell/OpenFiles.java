package org.heapline.views.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.heapline.profile.Comparison;
import org.heapline.profile.LineChange;
import org.heapline.profile.Snapshot;
import org.heapline.views.compare.ComparedLine;
import org.heapline.views.session.SelectedLine;
import org.heapline.views.session.SessionViewModel;
import org.heapline.views.snapshots.SavedSnapshot;
import org.heapline.views.snapshots.SnapshotShelf;
import org.heapline.views.text.Messages;

/** Opens saved snapshots and comparisons; files are read in the background. To be used on the JavaFX thread. */
final class OpenFiles {
    private final OpenTabs tabs;
    private final SnapshotShelf shelf;
    private final Errands errands;
    private final BiFunction<String, Snapshot, SessionViewModel> sessions;

    /** @param sessions makes what shows a snapshot of this name */
    OpenFiles(
            OpenTabs tabs,
            SnapshotShelf shelf,
            Errands errands,
            BiFunction<String, Snapshot, SessionViewModel> sessions) {
        this.tabs = tabs;
        this.shelf = shelf;
        this.errands = errands;
        this.sessions = sessions;
    }

    /** Opens a snapshot from anywhere in a tab; one that is open already comes to the front. */
    void open(Path file) {
        openAll(List.of(List.of(file)), List.of(file), List.of());
    }

    /**
     * Opens tabs in this order.
     *
     * @param files one file of a snapshot, two of a comparison, the earlier first
     * @param front the files of the tab that comes to the front, if it is among them
     * @param apart those of the tabs that get windows of their own
     */
    void openAll(List<List<Path>> files, List<Path> front, Collection<List<Path>> apart) {
        errands.run(() -> readAll(files), read -> {
            for (Supplier<WindowTab> each : read) {
                WindowTab tab = each.get();
                if (apart.contains(RememberedTabs.filesOf(tab))) {
                    tabs.addApart(tab);
                } else if (front.equals(RememberedTabs.filesOf(tab))) {
                    tabs.add(tab);
                } else {
                    tabs.addBehind(tab);
                }
            }
        });
    }

    /** Opens snapshots next to each other, from left to right, each in a window of its own. */
    void openSideBySide(List<Path> files) {
        errands.run(
                () -> readAll(files.stream().map(List::of).toList()),
                read -> tabs.tile(read.stream().map(Supplier::get).toList()));
    }

    private List<Supplier<WindowTab>> readAll(List<List<Path>> files) throws IOException {
        List<Supplier<WindowTab>> read = new ArrayList<>();
        for (List<Path> each : files) {
            read.add(read(each));
        }
        return read;
    }

    /** Reads the files of a tab; the tab itself is made on the JavaFX thread. */
    private Supplier<WindowTab> read(List<Path> files) throws IOException {
        Path first = files.get(0);
        if (files.size() > 1) {
            Path second = files.get(1);
            Comparison comparison = Comparison.of(shelf.read(first), shelf.read(second));
            String title = Messages.text("compare.title", SnapshotShelf.nameOf(first), SnapshotShelf.nameOf(second));
            return () -> new WindowTab.OfComparison(title, comparison, files);
        }
        Snapshot snapshot = shelf.read(first);
        return () -> {
            WindowTab open = tabs.ofFiles(files);
            if (open != null) {
                return open;
            }
            return new WindowTab.OfSession(sessions.apply(SnapshotShelf.nameOf(first), snapshot), first);
        };
    }

    /** Opens the comparison of a saved snapshot with what a session has measured now. */
    void compare(Path before, SessionViewModel after) {
        String title = Messages.text("compare.title", SnapshotShelf.nameOf(before), after.title());
        errands.run(
                () -> Comparison.of(shelf.read(before), after.newest()),
                comparison -> tabs.add(new WindowTab.OfComparison(title, comparison)));
    }

    /** Opens the comparison of two saved snapshots. */
    void compare(SavedSnapshot before, SavedSnapshot after) {
        List<Path> both = List.of(before.file(), after.file());
        openAll(List.of(both), both, List.of());
    }

    /** Shows a line in the source of the later of two, or of the earlier one where only that has it. */
    void look(WindowTab.OfComparison compared, ComparedLine line) {
        SelectedLine place = SelectedLine.of(line.method(), line.change().line());
        boolean gone = line.change().state() == LineChange.State.GONE;
        if (!compared.files().isEmpty()) {
            Path file = compared.files().get(gone ? 0 : 1);
            errands.run(() -> read(List.of(file)), read -> look(read.get(), place));
        } else {
            WindowTab session =
                    tabs.ofProcess(compared.comparison().after().target().pid());
            if (session != null) {
                look(session, place);
            }
        }
    }

    private void look(WindowTab tab, SelectedLine place) {
        tabs.add(tab);
        if (tab instanceof WindowTab.OfSession shown) {
            shown.session().selectedLineProperty().set(place);
        }
    }
}

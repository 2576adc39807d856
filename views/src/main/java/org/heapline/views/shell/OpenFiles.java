package org.heapline.views.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.heapline.profile.Comparison;
import org.heapline.profile.LineChange;
import org.heapline.profile.Snapshot;
import org.heapline.views.compare.ComparedLine;
import org.heapline.views.session.Background;
import org.heapline.views.session.Errand;
import org.heapline.views.session.SelectedLine;
import org.heapline.views.session.SessionViewModel;
import org.heapline.views.snapshots.SavedSnapshot;
import org.heapline.views.snapshots.SnapshotShelf;
import org.heapline.views.text.Messages;

/** Opens saved snapshots and comparisons; files are read in the background. To be used on the JavaFX thread. */
final class OpenFiles {
    private final OpenTabs tabs;
    private final SnapshotShelf shelf;
    private final Background window;
    private final Maker maker;

    /** Makes the models of what is opened. */
    interface Maker {
        /** What shows a snapshot of this name. */
        SessionViewModel session(String name, Snapshot snapshot);

        /** What the errands of a comparison of this title are done by. */
        Background background(String title);
    }

    /** @param window does what is asked for in the window itself */
    OpenFiles(OpenTabs tabs, SnapshotShelf shelf, Background window, Maker maker) {
        this.tabs = tabs;
        this.shelf = shelf;
        this.window = window;
        this.maker = maker;
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
        window.fetch(opening(files), () -> readAll(files), read -> {
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
        List<List<Path>> each = files.stream().map(List::of).toList();
        window.fetch(
                opening(each),
                () -> readAll(each),
                read -> tabs.tile(read.stream().map(Supplier::get).toList()));
    }

    private static Errand opening(List<List<Path>> files) {
        if (files.isEmpty()) {
            return Errand.UNTOLD;
        }
        List<Path> first = files.get(0);
        String name = SnapshotShelf.nameOf(first.get(0));
        if (first.size() > 1) {
            return Errand.reading(Messages.text("work.compare", name, SnapshotShelf.nameOf(first.get(1))));
        }
        return Errand.reading(Messages.text("work.open", name));
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
            return () -> unlessOpen(
                    files, () -> new WindowTab.OfComparison(title, comparison, files, maker.background(title)));
        }
        Snapshot snapshot = shelf.read(first);
        return () -> unlessOpen(
                files, () -> new WindowTab.OfSession(maker.session(SnapshotShelf.nameOf(first), snapshot), first));
    }

    private WindowTab unlessOpen(List<Path> files, Supplier<WindowTab> made) {
        WindowTab open = tabs.ofFiles(files);
        return open == null ? made.get() : open;
    }

    /** Opens the comparison of a saved snapshot with what a session has measured now. */
    void compare(Path before, SessionViewModel after) {
        String title = Messages.text("compare.title", SnapshotShelf.nameOf(before), after.title());
        after.background()
                .fetch(
                        Errand.reading(Messages.text("work.compare", SnapshotShelf.nameOf(before), after.title())),
                        () -> Comparison.of(shelf.read(before), after.requests().newest()),
                        comparison -> tabs.add(
                                new WindowTab.OfComparison(title, comparison, List.of(), maker.background(title))));
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
            compared.background()
                    .fetch(opening(List.of(List.of(file))), () -> read(List.of(file)), read -> look(read.get(), place));
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

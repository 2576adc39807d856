package org.heapline.views.source;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import org.heapline.client.Session;
import org.heapline.profile.LineHistory;
import org.heapline.profile.LineStats;
import org.heapline.profile.Snapshot;
import org.heapline.views.paused.PausedViewModel;
import org.heapline.views.session.Measure;
import org.heapline.views.session.Notice;
import org.heapline.views.session.SelectedLine;
import org.heapline.views.session.SessionViewModel;
import org.heapline.views.text.Messages;
import org.jspecify.annotations.Nullable;

/** The source view of one session: which text, which figures beside it, and choosing methods in it. */
public final class SourceViewModel implements AutoCloseable {
    private final SessionViewModel session;
    private final SourceLookup lookup;
    private final ShownText text;
    private final ReadOnlyObjectWrapper<@Nullable SelectedLine> place = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper stoppedLine = new ReadOnlyIntegerWrapper();
    private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
    private final ChangeListener<@Nullable SelectedLine> onSelected = (property, was, is) -> open(is);
    private final ChangeListener<Snapshot> onSnapshot = (property, was, is) -> readFigures(is);
    private final ChangeListener<Measure> onMeasure = (property, was, is) -> readFigures(shown());
    private final ChangeListener<List<String>> onWanted = (property, was, is) -> revision.set(revision.get() + 1);

    private FileFigures figures = FileFigures.none();
    private @Nullable SelectedLine stoppedAt;
    private final MethodChoice choice;
    private final Trail trail;

    public SourceViewModel(SessionViewModel session, SourceLookup lookup) {
        this.session = session;
        this.lookup = lookup;
        text = new ShownText(session.background(), lookup);
        choice = new MethodChoice(session, this);
        trail = new Trail(session, this);
        session.selectedLineProperty().addListener(onSelected);
        session.shownProperty().addListener(onSnapshot);
        session.wantedProperty().addListener(onWanted);
        session.measureProperty().addListener(onMeasure);
        open(session.selectedLineProperty().get());
    }

    /** What is shown. */
    public ReadOnlyObjectProperty<SourceState> stateProperty() {
        return text.stateProperty();
    }

    /** The class, method and line that are looked at; null before a line was chosen. */
    public ReadOnlyObjectProperty<@Nullable SelectedLine> placeProperty() {
        return place.getReadOnlyProperty();
    }

    /** Counts up whenever figures or marks beside the text may have changed; the text itself has not. */
    public ReadOnlyLongProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    /** The line at which a thread is stopped, if it stands in this text; else 0. */
    public ReadOnlyIntegerProperty stoppedLineProperty() {
        return stoppedLine.getReadOnlyProperty();
    }

    /** Marks the line at which a thread is stopped, from now on. */
    public void follow(PausedViewModel paused) {
        paused.whereProperty().addListener((property, was, is) -> stopAt(is));
        stopAt(paused.whereProperty().get());
    }

    private void stopAt(@Nullable SelectedLine line) {
        stoppedAt = line;
        readStopped();
    }

    /** The figures of a line, or null if it did not run. */
    public @Nullable LineStats figures(int line) {
        return figures.at(line);
    }

    /** The heat of a line, 0 to {@link Heat#MAX}. */
    public int heat(int line) {
        return figures.heat(line);
    }

    /** Which bytes of a line the heat shows. */
    public ObservableValue<Measure> measureProperty() {
        return session.measureProperty();
    }

    /** Shows other bytes as heat. */
    public void measure(Measure measure) {
        session.measureProperty().set(measure);
    }

    /** The next hot line below or above the one that is looked at, going round; 0 if no line is hot. */
    public int nextHot(boolean down) {
        return figures.nextHot(line(), down);
    }

    /** The line that is looked at, from 1; 0 for none. */
    public int line() {
        SelectedLine now = place.get();
        return now == null ? 0 : now.line();
    }

    /** Looks for a text in what is shown; an empty one ends that. */
    TextSearch find(String query) {
        TextSearch search = text.find(query);
        revision.set(revision.get() + 1);
        return search;
    }

    /** What was looked for last. */
    TextSearch search() {
        return text.search();
    }

    /** Fetches what a line took over time, in the background; nothing for a snapshot that does not tell. */
    void history(int line, Consumer<List<LineHistory.Taken>> then) {
        Session live = session.session();
        SelectedLine now = place.get();
        if (now == null) {
            return;
        }
        Snapshot all = session.snapshot();
        if (live != null) {
            session.background().fetch(() -> live.lineHistory().ofLine(now.file(), line), then);
        } else if (!all.slices().isEmpty()) {
            session.background().fetch(() -> all.slices().ofLine(now.file(), line, all.methods()), then);
        }
    }

    /** When the session began. */
    Instant startedAt() {
        return session.snapshot().startedAt();
    }

    /** Opens the text at a line in an editor; a failure becomes the notice. */
    public void openIn(Editor editor, int line) {
        SelectedLine now = place.get();
        if (text.stateProperty().get() instanceof SourceState.Shown shown && now != null) {
            String name = FileFigures.topLevel(now.className());
            String file = now.file().isEmpty()
                    ? name.substring(name.lastIndexOf('.') + 1) + ".java"
                    : now.file().substring(now.file().lastIndexOf('/') + 1);
            session.background()
                    .run(() -> editor.open(shown.text(), file, Math.max(1, line)), () -> session.noticeProperty()
                            .set(Notice.done(Messages.text("source.opened", file, editor.title()))));
        }
    }

    /** The lines that ran. */
    public Set<Integer> ran() {
        return figures.ran();
    }

    /** The method around a line of the text shown, or null. */
    public @Nullable MethodRange methodAt(int line) {
        return text.methodAt(line);
    }

    /** Whether a method was measured, whatever is wanted now. */
    boolean hasFigures(MethodRange method) {
        return figures.isProfiled(method);
    }

    /** Choosing methods in the text. */
    public MethodChoice choice() {
        return choice;
    }

    /** Following calls, and going back. */
    public Trail trail() {
        return trail;
    }

    /** Looks at another line of the same text. */
    public void goTo(int line) {
        SelectedLine now = place.get();
        if (now == null || now.line() == line) {
            return;
        }
        MethodRange method = methodAt(line);
        String className = method == null ? now.className() : method.className();
        String name = method == null ? "" : method.method();
        session.selectedLineProperty().set(new SelectedLine(className, name, now.file(), now.location(), line));
    }

    /** Looks for sources in this folder or jar too, at once for the class that is shown. */
    public void addSourceFolder(Path folder) {
        lookup.folders().add(folder);
        lookAgain();
    }

    /** Looks in this folder or jar no longer. */
    public void removeSourceFolder(Path folder) {
        lookup.folders().remove(folder);
        lookAgain();
    }

    /** The folders and archives that the user has named. */
    public List<Path> sourceFolders() {
        return lookup.folders().all();
    }

    /** Looks for the text of the place once more. */
    public void lookAgain() {
        SelectedLine now = place.get();
        if (now != null) {
            load(now);
        }
    }

    private Snapshot shown() {
        return session.shownProperty().get();
    }

    private void open(@Nullable SelectedLine line) {
        if (line == null) {
            return;
        }
        SelectedLine before = place.get();
        boolean sameText = before != null && isSameText(before, line);
        if (before != null && !sameText) {
            trail.left(before);
        }
        if (!sameText) {
            load(line);
        }
        place.set(line);
        readFigures(shown());
        readStopped();
    }

    static boolean isSameText(SelectedLine one, SelectedLine other) {
        return FileFigures.topLevel(one.className()).equals(FileFigures.topLevel(other.className()))
                && one.file().equals(other.file());
    }

    /** A method that was only known by its name stands in the text that was found for its class. */
    private void showMethod(SelectedLine wanted) {
        MethodRange method = wanted.line() == 0 ? text.method(wanted.className(), wanted.method()) : null;
        if (method != null) {
            goTo(method.first());
        }
    }

    private void load(SelectedLine line) {
        text.load(line, () -> {
            revision.set(revision.get() + 1);
            showMethod(line);
        });
    }

    private void readFigures(Snapshot snapshot) {
        SelectedLine now = place.get();
        if (now == null) {
            return;
        }
        figures = FileFigures.of(
                snapshot, now.className(), now.file(), measureProperty().getValue());
        revision.set(revision.get() + 1);
    }

    private void readStopped() {
        SelectedLine now = place.get();
        SelectedLine stop = stoppedAt;
        boolean here = now != null
                && stop != null
                && FileFigures.topLevel(now.className()).equals(FileFigures.topLevel(stop.className()));
        stoppedLine.set(here && stop != null ? stop.line() : 0);
        revision.set(revision.get() + 1);
    }

    /** Stops following the session. */
    @Override
    public void close() {
        session.selectedLineProperty().removeListener(onSelected);
        session.shownProperty().removeListener(onSnapshot);
        session.wantedProperty().removeListener(onWanted);
        session.measureProperty().removeListener(onMeasure);
    }
}

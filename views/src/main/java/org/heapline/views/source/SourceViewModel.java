package org.heapline.views.source;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
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
import org.heapline.profile.MethodStats;
import org.heapline.profile.Snapshot;
import org.heapline.views.paused.PausedViewModel;
import org.heapline.views.picker.Choice;
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
    private final ReadOnlyObjectWrapper<SourceState> state = new ReadOnlyObjectWrapper<>(new SourceState.Nothing());
    private final ReadOnlyObjectWrapper<@Nullable SelectedLine> place = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper stoppedLine = new ReadOnlyIntegerWrapper();
    private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
    private final ChangeListener<@Nullable SelectedLine> onSelected = (property, was, is) -> open(is);
    private final ChangeListener<Snapshot> onSnapshot = (property, was, is) -> readFigures(is);
    private final ChangeListener<Measure> onMeasure = (property, was, is) -> readFigures(shown());
    private final ChangeListener<List<String>> onWanted = (property, was, is) -> revision.set(revision.get() + 1);

    private FileFigures figures = FileFigures.none();
    private long hottest;
    private @Nullable MethodRange[] methodByLine = {};
    private int request;
    private TextSearch search = TextSearch.none();
    private @Nullable SelectedLine stoppedAt;
    private final Visited visited = new Visited();
    private boolean visiting;

    public SourceViewModel(SessionViewModel session, SourceLookup lookup) {
        this.session = session;
        this.lookup = lookup;
        session.selectedLineProperty().addListener(onSelected);
        session.shownProperty().addListener(onSnapshot);
        session.wantedProperty().addListener(onWanted);
        session.measureProperty().addListener(onMeasure);
        open(session.selectedLineProperty().get());
    }

    /** What is shown. */
    public ReadOnlyObjectProperty<SourceState> stateProperty() {
        return state.getReadOnlyProperty();
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
        LineStats at = figures.at(line);
        return at == null ? 0 : Heat.of(measureProperty().getValue().of(at), hottest);
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
        int from = line();
        List<Integer> hot = figures.ran().stream()
                .filter(line -> heat(line) > 0)
                .sorted(down ? Comparator.naturalOrder() : Comparator.reverseOrder())
                .toList();
        return hot.stream()
                .filter(line -> down ? line > from : line < from)
                .findFirst()
                .orElse(hot.isEmpty() ? 0 : hot.get(0));
    }

    /** The line that is looked at, from 1; 0 for none. */
    public int line() {
        SelectedLine now = place.get();
        return now == null ? 0 : now.line();
    }

    /** Looks for a text in what is shown; an empty one ends that. */
    TextSearch find(String query) {
        search = state.get() instanceof SourceState.Shown shown
                ? TextSearch.of(query, shown.text().lines())
                : TextSearch.none();
        revision.set(revision.get() + 1);
        return search;
    }

    /** What was looked for last. */
    TextSearch search() {
        return search;
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
        if (state.get() instanceof SourceState.Shown shown && now != null) {
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
        return line >= 1 && line < methodByLine.length ? methodByLine[line] : null;
    }

    /** Whether a method has line probes or is wanted to get them. */
    public boolean isProfiled(MethodRange method) {
        Choice choice = wanted();
        // What was measured once stays on the screen when it is no longer wanted. Names tell what is, other than where
        // the choice is the own classes, or an annotation.
        boolean named = !choice.ownClasses() && choice.patterns().stream().noneMatch(text -> text.startsWith("@"));
        return choice.covering(method.className(), method.method()) != null || !named && figures.isProfiled(method);
    }

    /** Whether methods can be chosen: not in a saved snapshot, nor after the target is gone. */
    public boolean canChoose() {
        return session.isLive();
    }

    /** Profiles this method too. */
    public void profile(MethodRange method) {
        session.want(wanted().with(method.pattern(), this::profiledClasses).patterns());
    }

    /** Profiles this method and nothing else. */
    public void profileOnly(MethodRange method) {
        session.want(List.of(method.pattern()));
    }

    /** What would be wanted without the method; null if a wider pattern covers it, or nothing would be left. */
    public @Nullable Choice without(MethodRange method) {
        List<String> siblings = state.get() instanceof SourceState.Shown shown
                ? shown.text().methods().stream()
                        .filter(m -> m.className().equals(method.className()))
                        .map(MethodRange::method)
                        .distinct()
                        .toList()
                : List.of();
        return wanted().withoutMethod(method.className(), method.method(), siblings);
    }

    /** Whether nothing else than this method is chosen, so that leaving it out would leave nothing. */
    public boolean isOnly(MethodRange method) {
        return wanted().isOnly(method.className(), method.method());
    }

    /** Stops profiling this method, where {@link #without} says that this is possible. */
    public void leaveOut(MethodRange method) {
        Choice rest = without(method);
        if (rest == null) {
            session.noticeProperty()
                    .set(Notice.failed(
                            Messages.text(isOnly(method) ? "source.lastOne" : "source.covered", method.method())));
        } else {
            session.want(rest.patterns());
        }
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

    /** Where a call in the text may lead, the likeliest first; empty if that is not known. */
    List<SelectedLine> targets(Call call) {
        SelectedLine now = place.get();
        if (now == null || !(state.get() instanceof SourceState.Shown shown)) {
            return List.of();
        }
        MethodRange around = methodAt(call.line());
        boolean declaration = around != null
                && around.first() == call.line()
                && around.method().equals(call.name());
        return declaration
                ? List.of()
                : CallTargets.of(
                        call,
                        around == null ? now.className() : around.className(),
                        shown.text(),
                        session.snapshot().methods(),
                        now);
    }

    /** Goes to a place, from which {@link #back()} comes back here. */
    void follow(SelectedLine there) {
        SelectedLine now = place.get();
        if (now != null && isSameText(now, there)) {
            visited.left(now);
        }
        session.selectedLineProperty().set(there);
    }

    /** Goes back to the place that was looked at before. */
    public void back() {
        visit(visited::back);
    }

    /** Goes again to where one came back from. */
    public void forward() {
        visit(visited::forward);
    }

    private void visit(Function<SelectedLine, @Nullable SelectedLine> direction) {
        SelectedLine now = place.get();
        SelectedLine there = now == null ? null : direction.apply(now);
        if (there != null) {
            visiting = true;
            session.selectedLineProperty().set(there);
            visiting = false;
        }
    }

    /** Whether there is a place to go back to. */
    public boolean canGoBack() {
        return visited.canGoBack();
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

    private void lookAgain() {
        SelectedLine now = place.get();
        if (now != null) {
            load(now);
        }
    }

    private Snapshot shown() {
        return session.shownProperty().get();
    }

    private Choice wanted() {
        return new Choice(session.wantedProperty().get());
    }

    private Set<String> profiledClasses() {
        Set<String> classes = new LinkedHashSet<>();
        for (MethodStats method : session.snapshot().methods()) {
            classes.add(method.className());
        }
        return classes;
    }

    private void open(@Nullable SelectedLine line) {
        if (line == null) {
            return;
        }
        SelectedLine before = place.get();
        boolean sameText = before != null && isSameText(before, line);
        if (before != null && !sameText && !visiting) {
            visited.left(before);
        }
        if (!sameText) {
            load(line);
        }
        place.set(line);
        readFigures(shown());
        readStopped();
    }

    private static boolean isSameText(SelectedLine one, SelectedLine other) {
        return FileFigures.topLevel(one.className()).equals(FileFigures.topLevel(other.className()))
                && one.file().equals(other.file());
    }

    /** A method that was only known by its name stands in the text that was found for its class. */
    private void showMethod(SelectedLine wanted) {
        for (MethodRange method : methodByLine) {
            if (method != null
                    && wanted.line() == 0
                    && method.className().equals(wanted.className())
                    && method.method().equals(wanted.method())) {
                goTo(method.first());
                return;
            }
        }
    }

    private void load(SelectedLine line) {
        int mine = ++request;
        methodByLine = new MethodRange[0];
        search = TextSearch.none();
        state.set(new SourceState.Loading(line.className()));
        session.background().fetch(() -> lookup.find(line), found -> {
            if (mine == request) {
                methodByLine =
                        found instanceof SourceState.Shown shown ? shown.text().methodByLine() : new MethodRange[0];
                state.set(found);
                revision.set(revision.get() + 1);
                showMethod(line);
            }
        });
    }

    private void readFigures(Snapshot snapshot) {
        SelectedLine now = place.get();
        if (now == null) {
            return;
        }
        figures = FileFigures.of(snapshot, now.className(), now.file());
        hottest = hottest(snapshot, measureProperty().getValue());
        revision.set(revision.get() + 1);
    }

    private static long hottest(Snapshot snapshot, Measure measure) {
        long most = 0;
        for (MethodStats method : snapshot.methods()) {
            for (var line : method.lines()) {
                most = Math.max(most, measure.of(line));
            }
        }
        return most;
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

package org.heapline.views.hotlines;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.heapline.profile.Snapshot;
import org.heapline.protocol.Progress;
import org.heapline.views.session.Measure;
import org.heapline.views.session.SelectedLine;
import org.heapline.views.session.SessionViewModel;
import org.heapline.views.text.Messages;
import org.jspecify.annotations.Nullable;

/**
 * The hot lines of one session. Figures change with every snapshot; the order follows at most once a second, so that a
 * row does not run away from under the pointer. Of very many rows those out of sight are read once a second too.
 */
public final class HotLinesViewModel implements AutoCloseable {
    private static final long SORT_MILLIS = 1_000;
    private static final long FIRST_LOOK_MILLIS = 2_000;

    /** With so many rows reading all of them takes a good part of a frame. */
    private static final int MANY = 2_000;

    private final SessionViewModel session;
    private final ObjectProperty<Segment> segment = new SimpleObjectProperty<>(Segment.LINES);
    private final ObjectProperty<Measure> measure;
    private final StringProperty query = new SimpleStringProperty("");
    private final ObservableList<HotRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper emptyText = new ReadOnlyStringWrapper("");
    private final ChangeListener<Snapshot> onSnapshot = (property, was, is) -> follow(is);
    private final InvalidationListener onMeasure = changed -> readAnew();
    private Comparator<HotRow> order = SortKey.SHARE.order(true);
    private long sortedAt;
    private long readAt;
    private @Nullable Supplier<List<HotRow>> inSight;
    private HotTotals totals = new HotTotals(segment.get());
    private @Nullable List<?> addedFrom;
    private int round;

    public HotLinesViewModel(SessionViewModel session) {
        this.session = session;
        measure = session.measureProperty();
        session.shownProperty().addListener(onSnapshot);
        segment.addListener((property, was, is) -> readAnew());
        measure.addListener(onMeasure);
        session.window().rangeProperty().addListener(onMeasure);
        query.addListener((property, was, is) -> read(session.shownProperty().get(), true));
        read(session.shownProperty().get(), true);
    }

    /** What a row stands for. */
    public ObjectProperty<Segment> segmentProperty() {
        return segment;
    }

    /** Which bytes of a line are counted; those of methods and classes are always Self. */
    public ObjectProperty<Measure> measureProperty() {
        return measure;
    }

    /** Part of a line, class or method to look for. */
    public StringProperty queryProperty() {
        return query;
    }

    /** The rows, in order. */
    public ObservableList<HotRow> rows() {
        return rows;
    }

    /** What to do next, for an empty table. */
    public ReadOnlyStringProperty emptyTextProperty() {
        return emptyText.getReadOnlyProperty();
    }

    /** Sorts by something else from now on. */
    public void sortBy(SortKey key, boolean descending) {
        order = key.order(descending);
        sort();
    }

    /** Opens the source of a row that has one. */
    public void open(HotRow row) {
        if (row.hasSource()) {
            session.selectedLineProperty().set(row.target());
        }
    }

    /** The line that all views look at. */
    public ObservableValue<@Nullable SelectedLine> lookedAt() {
        return session.selectedLineProperty();
    }

    /** The row of the line that all views look at, or null if it has none. */
    public @Nullable HotRow lookedAtRow() {
        SelectedLine line = session.selectedLineProperty().get();
        if (line == null) {
            return null;
        }
        for (HotRow row : rows) {
            if (row.isAt(line)) {
                return row;
            }
        }
        return null;
    }

    /** Adds the snapshot up, unless no line has moved since it was done last. */
    private void addUp(Snapshot snapshot) {
        List<?> from = segment.get() == Segment.THREADS ? snapshot.threads() : snapshot.methods();
        if (!same(addedFrom, from)) {
            totals.read(snapshot);
            addedFrom = from;
        }
    }

    private void readAnew() {
        rows.clear();
        totals = new HotTotals(segment.get());
        addedFrom = null;
        read(session.shownProperty().get(), true);
    }

    /**
     * Tells which rows are in sight; without it all of them are taken to be.
     *
     * @param rows those that are shown now, or a few more
     */
    public void inSight(Supplier<List<HotRow>> rows) {
        inSight = rows;
    }

    /** Reads the rows that are out of sight too. */
    public void catchUp() {
        read(session.shownProperty().get(), false);
    }

    private void follow(Snapshot snapshot) {
        Supplier<List<HotRow>> sight = inSight;
        long millis = snapshot.duration().toMillis();
        boolean soon = millis >= readAt && millis - readAt < SORT_MILLIS;
        if (rows.size() <= MANY || !session.isLive() || !soon || sight == null || !read(snapshot, sight.get())) {
            read(snapshot, false);
        }
    }

    /** Reads some of the rows alone, if that can be done. */
    private boolean read(Snapshot snapshot, List<HotRow> some) {
        if (!totals.read(snapshot, some.stream().map(HotRow::total).toList())) {
            return false;
        }
        // Not all has been added up.
        addedFrom = null;
        long millis = snapshot.duration().toMillis();
        some.forEach(row -> row.set(measure.get(), totals.self(), totals.largest(), millis));
        return true;
    }

    private void read(Snapshot snapshot, boolean sortNow) {
        addUp(snapshot);
        String wanted = query.get().strip().toLowerCase(Locale.ROOT);
        long millis = snapshot.duration().toMillis();
        readAt = millis;
        Measure counted = measure.get();
        round++;
        List<HotRow> fresh = new ArrayList<>();
        for (Map<?, HotTotal> group : totals.groups()) {
            for (HotTotal total : group.values()) {
                HotRow row = total.row();
                row.set(counted, totals.self(), totals.largest(), millis);
                if (wanted.isEmpty() || row.contains(wanted)) {
                    row.belongs(round);
                    if (!row.isListed()) {
                        fresh.add(row);
                    }
                }
            }
        }
        boolean changed = show(fresh);
        if (sortNow || changed || millis - sortedAt >= SORT_MILLIS || millis < sortedAt) {
            sortedAt = millis;
            sort();
        }
        emptyText.set(whyEmpty(snapshot, wanted));
        openFirst(millis);
    }

    /** Once the order means something, the hottest line is looked at if nothing has been chosen yet. */
    private void openFirst(long millis) {
        boolean untouched = session.selectedLineProperty().get() == null;
        if (untouched
                && millis >= FIRST_LOOK_MILLIS
                && !rows.isEmpty()
                && rows.get(0).self() > 0) {
            open(rows.get(0));
        }
    }

    /** By identity: what did not move since the last poll is the same list. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean same(@Nullable List<?> before, List<?> now) {
        return before == now;
    }

    /** Takes rows out and in without touching those that stay: a table keeps its selection through that. */
    private boolean show(List<HotRow> fresh) {
        Set<HotRow> gone = new HashSet<>();
        for (HotRow row : rows) {
            if (!row.belonged(round)) {
                row.list(false);
                gone.add(row);
            }
        }
        if (!gone.isEmpty()) {
            rows.removeAll(gone);
        }
        fresh.forEach(row -> row.list(true));
        rows.addAll(fresh);
        return !gone.isEmpty() || !fresh.isEmpty();
    }

    private void sort() {
        for (int i = 1; i < rows.size(); i++) {
            if (order.compare(rows.get(i - 1), rows.get(i)) > 0) {
                FXCollections.sort(rows, order);
                return;
            }
        }
    }

    private String whyEmpty(Snapshot snapshot, String wanted) {
        if (snapshot.methods().isEmpty()) {
            return Messages.text("hot.empty.methods");
        }
        if (segment.get() == Segment.THREADS && snapshot.threads().isEmpty()) {
            boolean part = session.window().rangeProperty().get() != null;
            return Messages.text(part ? "hot.empty.threads.range" : "hot.empty.threads");
        }
        if (!totals.ran()) {
            // The snapshot also has the methods that were profiled before others were chosen.
            Progress progress = session.progressProperty().get();
            int watched = progress == null ? snapshot.methods().size() : progress.getMethods();
            return Messages.text("hot.empty.notRun", watched);
        }
        return totals.isEmpty() || wanted.isEmpty()
                ? Messages.text("hot.empty.nothing")
                : Messages.text("hot.empty.search");
    }

    /** Stops following the session. */
    @Override
    public void close() {
        session.shownProperty().removeListener(onSnapshot);
        measure.removeListener(onMeasure);
        session.window().rangeProperty().removeListener(onMeasure);
    }
}

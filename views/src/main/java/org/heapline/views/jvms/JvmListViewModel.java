package org.heapline.views.jvms;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.heapline.client.Attacher;
import org.heapline.client.JvmProcess;
import org.heapline.views.fx.FxUpdates;
import org.jspecify.annotations.Nullable;

/** Keeps the list of this machine's JVMs up to date in the background, and filters it. */
public final class JvmListViewModel implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(JvmListViewModel.class.getName());
    private static final long PERIOD_MILLIS = 2_000;
    private static final Duration POINTED_AT = Duration.ofSeconds(3);
    private static final Comparator<JvmProcess> ORDER = Comparator.comparing((JvmProcess jvm) -> !jvm.attachable())
            .thenComparing(JvmProcess::startedAt, Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(JvmProcess::pid);

    private final Attacher attacher;
    private final FxUpdates fx;
    private final Clock clock;
    private final ObservableList<JvmRow> rows = FXCollections.observableArrayList();
    private final FilteredList<JvmRow> shown = new FilteredList<>(rows);
    private final StringProperty query = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper listed = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
    private Instant stillUntil = Instant.MIN;
    private @Nullable ScheduledFuture<?> refreshing;

    public JvmListViewModel(Attacher attacher, FxUpdates fx, Clock clock) {
        this.attacher = attacher;
        this.fx = fx;
        this.clock = clock;
        query.addListener((property, was, is) -> shown.setPredicate(row -> row.matches(is)));
    }

    /** Refreshes now and every two seconds until {@link #close()}. */
    public void start(ScheduledExecutorService background) {
        refreshing = background.scheduleWithFixedDelay(this::refresh, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Lists the JVMs. Blocks; the outcome comes to the JavaFX thread. A failure is kept and shown, and the list stays. */
    void refresh() {
        try {
            List<JvmProcess> found = attacher.list().stream().sorted(ORDER).toList();
            fx.later(() -> show(found));
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "The JVMs of this machine cannot be listed", e);
            String reason = String.valueOf(e.getMessage());
            fx.later(() -> failure.set(reason));
        }
    }

    private void show(List<JvmProcess> found) {
        Instant now = clock.instant();
        Map<Long, JvmRow> known = new HashMap<>();
        rows.forEach(row -> known.put(row.pid(), row));
        List<JvmRow> wanted = found.stream()
                .map(jvm -> known.getOrDefault(jvm.pid(), new JvmRow(jvm, now)))
                .toList();
        for (int i = 0; i < found.size(); i++) {
            wanted.get(i).update(found.get(i), now);
        }
        // Only a change of membership or order touches the list: selection and scroll position stay.
        boolean still = now.isBefore(stillUntil) && !rows.isEmpty();
        if (!still && !rows.equals(wanted)) {
            rows.setAll(wanted);
        }
        listed.set(true);
        failure.set("");
    }

    /** The pointer moves over the list: for a moment no row comes or goes, lest another be clicked than was meant. */
    public void pointedAt() {
        stillUntil = clock.instant().plus(POINTED_AT);
    }

    /** What the list shows: the JVMs that match the query. */
    public ObservableList<JvmRow> shown() {
        return shown;
    }

    /** The row of a JVM, if it is listed. */
    public @Nullable JvmRow row(long pid) {
        return rows.stream().filter(row -> row.pid() == pid).findFirst().orElse(null);
    }

    /** What is searched for, in names and process ids. */
    public StringProperty queryProperty() {
        return query;
    }

    /** Whether the machine was looked through at least once. */
    public ReadOnlyBooleanProperty listedProperty() {
        return listed.getReadOnlyProperty();
    }

    /** Why the machine could not be looked through; empty if it could. */
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

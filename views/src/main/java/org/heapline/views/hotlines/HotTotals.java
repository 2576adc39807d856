package org.heapline.views.hotlines;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.heapline.profile.LineStats;
import org.heapline.profile.MethodStats;
import org.heapline.profile.Snapshot;
import org.heapline.profile.ThreadStats;
import org.heapline.views.text.Messages;

/** Adds the lines of snapshots up to rows: by source line, by method, class or package; or shows them by thread. */
final class HotTotals {
    private final Segment segment;

    /** By what stays the same from snapshot to snapshot: file, class or package; and in it by line, method or nothing. */
    private final Map<String, Map<Object, HotTotal>> totals = new HashMap<>();

    /**
     * The methods by their place in the snapshot, without lines. Rows keep these and not a snapshot's own: else one snapshot
     * more is alive, and all rows are written to with each.
     */
    private final List<MethodStats> named = new ArrayList<>();

    private long self;
    private long largest;
    private boolean ran;

    HotTotals(Segment segment) {
        this.segment = segment;
    }

    /** Adds everything up anew. Rows that stay are the same objects. */
    void read(Snapshot snapshot) {
        totals.values().forEach(inside -> inside.values().forEach(HotTotal::clear));
        self = 0;
        largest = 0;
        ran = false;
        if (segment == Segment.THREADS) {
            snapshot.threads().forEach(this::addThread);
        } else {
            List<MethodStats> methods = snapshot.methods();
            named.subList(Math.min(named.size(), methods.size()), named.size()).clear();
            for (int place = 0; place < methods.size(); place++) {
                name(place, methods.get(place));
                addMethod(place, methods.get(place));
            }
        }
        totals.values().removeIf(inside -> {
            inside.values().removeIf(total -> !total.counts());
            return inside.isEmpty();
        });
        for (Map<Object, HotTotal> inside : totals.values()) {
            for (HotTotal total : inside.values()) {
                largest = Math.max(largest, total.self());
            }
        }
    }

    /**
     * Adds only these rows up anew, and all Selfs: a tenth of the work where there are very many rows.
     *
     * @return false if that cannot be done, because methods came or went, or counters were set back
     */
    boolean read(Snapshot snapshot, List<HotTotal> some) {
        List<MethodStats> now = snapshot.methods();
        if (named.isEmpty() || now.size() != named.size()) {
            return false;
        }
        long sum = 0;
        for (int place = 0; place < now.size(); place++) {
            MethodStats method = now.get(place);
            if (!isSame(named.get(place), method)) {
                return false;
            }
            for (LineStats line : method.lines()) {
                sum += Math.max(0, line.selfBytes());
            }
        }
        if (sum < self) {
            // Set back to zero: rows may have to go.
            return false;
        }
        self = sum;
        for (HotTotal total : some) {
            total.addUp(now, named);
            largest = Math.max(largest, total.self());
        }
        return true;
    }

    private void name(int place, MethodStats method) {
        if (place < named.size() && isSame(named.get(place), method)) {
            return;
        }
        MethodStats bare = new MethodStats(
                method.className(), method.method(), method.descriptor(), method.file(), method.location(), List.of());
        if (place < named.size()) {
            named.set(place, bare);
        } else {
            named.add(bare);
        }
    }

    private static boolean isSame(MethodStats one, MethodStats other) {
        return one.className().equals(other.className())
                && one.method().equals(other.method())
                && one.descriptor().equals(other.descriptor())
                && one.file().equals(other.file())
                && one.location().equals(other.location());
    }

    private void addMethod(int place, MethodStats method) {
        boolean lines = segment == Segment.LINES;
        String className = method.className();
        Map<Object, HotTotal> inside = totals.computeIfAbsent(
                switch (segment) {
                    case LINES -> method.file().isEmpty() ? className : method.file();
                    case PACKAGES -> Names.packageOf(className);
                    default -> className;
                },
                unused -> new HashMap<>());
        Object key = segment == Segment.METHODS ? Names.ofMethod(method) : "";
        for (LineStats line : method.lines()) {
            ran |= line.ran();
            if (segment.counts(line)) {
                self += Math.max(0, line.selfBytes());
                total(inside, lines ? line.line() : key).take(place, named.get(place), line);
            }
        }
    }

    private HotTotal total(Map<Object, HotTotal> inside, Object key) {
        HotTotal total = inside.get(key);
        if (total == null) {
            total = new HotTotal(segment);
            inside.put(key, total);
        }
        return total;
    }

    private void addThread(ThreadStats thread) {
        ran = true;
        self += Math.max(0, thread.selfBytes());
        String key = thread.id() + (thread.virtual() ? " virtual " : " ") + thread.name();
        total(totals.computeIfAbsent(key, unused -> new HashMap<>()), "")
                .thread(threadName(thread), threadKind(thread), thread.selfBytes());
    }

    private static String threadName(ThreadStats thread) {
        if (!thread.name().isEmpty()) {
            return thread.name();
        }
        return Messages.text(thread.virtual() ? "hot.thread.virtual" : "hot.thread.nameless");
    }

    private static String threadKind(ThreadStats thread) {
        if (thread.id() != 0) {
            return Messages.text("hot.thread.id", thread.id());
        }
        return Messages.text(thread.virtual() ? "hot.thread.virtuals" : "hot.thread.ended", thread.threads());
    }

    /** The rows, in groups. */
    Collection<Map<Object, HotTotal>> groups() {
        return totals.values();
    }

    /** Whether there is no row. */
    boolean isEmpty() {
        return totals.isEmpty();
    }

    /** All Selfs together, bytes. */
    long self() {
        return self;
    }

    /** The largest Self of a row, bytes. */
    long largest() {
        return largest;
    }

    /** Whether any line ran. */
    boolean ran() {
        return ran;
    }
}

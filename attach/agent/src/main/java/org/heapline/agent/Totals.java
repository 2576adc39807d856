package org.heapline.agent;

import java.heapline.Sums;
import java.heapline.ThreadCounters;
import java.heapline.Threads;
import java.util.Arrays;
import org.heapline.protocol.AgentMXBean;
import org.heapline.protocol.LinesAndThreads;
import org.heapline.protocol.ProfiledMethod;
import org.heapline.protocol.ThreadBytes;

/** The sums over all threads, and which of them moved since a client last asked. Thread-safe. */
final class Totals {
    private static final int WIDTH = ThreadCounters.WIDTH;

    private final Registry registry;
    private final ThreadTotals threads;
    private final int session = Threads.base();
    private long version;

    private final Sums sums = new Sums();

    /** By method: the numbers of its lines. */
    private int[][] numbers = new int[0][];

    /** By method: what was counted. Null where nothing ever was: of many methods a program comes to few. */
    private long[][] last = new long[0][];

    /** What the counters were when they were set back to zero; null for zeros. */
    private long[][] base = new long[0][];

    /** By method and line: the version at which it last moved. */
    private long[][] moved = new long[0][];

    /** By method: the version at which any of its lines last moved. Most methods rest at most times. */
    private long[] anyMoved = new long[0];

    Totals(Registry registry, ThreadTotals threads) {
        this.registry = registry;
        this.threads = threads;
    }

    /** As {@link AgentMXBean#changesSince}. */
    synchronized long[] changesSince(long since) {
        Threads.sum(session, sums);
        look();
        return changes(since);
    }

    /** As {@link AgentMXBean#linesAndThreads}. */
    synchronized LinesAndThreads linesAndThreads(long since) {
        ThreadBytes[] byThread = threads.sum(session, sums);
        look();
        return new LinesAndThreads(changes(since), byThread);
    }

    private long[] changes(long since) {
        long[] changes = new long[1 + countMoved(since) * AgentMXBean.CHANGE_WIDTH];
        changes[0] = version;
        int at = 1;
        for (int m = 0; m < numbers.length; m++) {
            if (anyMoved[m] <= since) {
                continue;
            }
            for (int line = 0; line < moved[m].length; line++) {
                if (moved[m][line] > since) {
                    changes[at++] = m;
                    changes[at++] = numbers[m][line];
                    int counter = line * WIDTH;
                    changes[at++] = sinceReset(m, counter);
                    changes[at++] = sinceReset(m, counter + 1);
                    changes[at++] = sinceReset(m, counter + 2);
                    changes[at++] = last[m][counter + 3];
                }
            }
        }
        return changes;
    }

    private long sinceReset(int method, int counter) {
        return last[method][counter] - (base[method] == null ? 0 : base[method][counter]);
    }

    /** Notes what moved since the last look. */
    private void look() {
        grow(); // After the sums: it knows all their methods.
        version++;
        for (int m = 0; m < sums.methods(); m++) {
            long[] now = sums.of(m);
            if (now == null) {
                continue;
            }
            if (last[m] == null) {
                last[m] = new long[now.length];
                moved[m] = new long[numbers[m].length];
            }
            if (!Arrays.equals(now, last[m])) {
                noteMoved(m, now);
            }
        }
    }

    private void noteMoved(int method, long[] now) {
        long[] before = last[method];
        for (int i = 0; i < now.length; i++) {
            if (now[i] != before[i]) {
                before[i] = now[i];
                moved[method][i / WIDTH] = version;
            }
        }
        anyMoved[method] = version;
    }

    /** How many lines moved since a version. */
    private int countMoved(long since) {
        int count = 0;
        for (int m = 0; m < numbers.length; m++) {
            if (anyMoved[m] > since) {
                for (long each : moved[m]) {
                    count += each > since ? 1 : 0;
                }
            }
        }
        return count;
    }

    /** As {@link AgentMXBean#reset}. */
    synchronized void reset() {
        threads.startAfresh(session, sums);
        look();
        for (int m = 0; m < numbers.length; m++) {
            if (last[m] != null) {
                base[m] = last[m].clone();
                Arrays.fill(moved[m], version);
                anyMoved[m] = version;
            }
        }
    }

    private void grow() {
        int known = numbers.length;
        ProfiledMethod[] more = registry.from(known);
        if (more.length == 0) {
            return;
        }
        int methods = known + more.length;
        numbers = Arrays.copyOf(numbers, methods);
        for (int i = 0; i < more.length; i++) {
            numbers[known + i] = more[i].getLines();
        }
        last = Arrays.copyOf(last, methods);
        base = Arrays.copyOf(base, methods);
        moved = Arrays.copyOf(moved, methods);
        anyMoved = Arrays.copyOf(anyMoved, methods);
    }
}

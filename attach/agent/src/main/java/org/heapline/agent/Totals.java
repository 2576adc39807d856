package org.heapline.agent;

import java.heapline.ThreadCounters;
import java.heapline.Threads;
import java.util.Arrays;
import org.heapline.protocol.AgentMXBean;
import org.heapline.protocol.ProfiledMethod;

/** The sums over all threads, and which of them moved since a client last asked. Thread-safe. */
final class Totals {
    private static final int WIDTH = ThreadCounters.WIDTH;

    private final Registry registry;
    private final ThreadTotals threads;
    private long version;
    private long[][] last = new long[0][];
    private long[][] fresh = new long[0][];

    /** What the counters were when they were set back to zero. */
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
        ProfiledMethod[] methods = registry.from(0);
        grow(methods);
        Threads.sum(fresh, methods.length);
        version++;
        long[] changes = new long[1 + countMoved(methods.length, since) * AgentMXBean.CHANGE_WIDTH];
        changes[0] = version;
        int at = 1;
        for (int m = 0; m < methods.length; m++) {
            if (anyMoved[m] <= since) {
                continue;
            }
            int[] lines = methods[m].getLines();
            for (int line = 0; line < moved[m].length; line++) {
                if (moved[m][line] > since) {
                    changes[at++] = m;
                    changes[at++] = lines[line];
                    int counter = line * WIDTH;
                    changes[at++] = last[m][counter] - base[m][counter];
                    changes[at++] = last[m][counter + 1] - base[m][counter + 1];
                    changes[at++] = last[m][counter + 2] - base[m][counter + 2];
                    changes[at++] = last[m][counter + 3];
                }
            }
        }
        return changes;
    }

    /** Notes what moved since the last look; how many lines moved since the client's version. */
    private int countMoved(int methods, long since) {
        int count = 0;
        for (int m = 0; m < methods; m++) {
            if (!Arrays.equals(fresh[m], last[m])) {
                noteMoved(m);
            }
            if (anyMoved[m] > since) {
                for (long each : moved[m]) {
                    count += each > since ? 1 : 0;
                }
            }
        }
        return count;
    }

    private void noteMoved(int method) {
        long[] before = last[method];
        long[] now = fresh[method];
        for (int i = 0; i < now.length; i++) {
            if (now[i] != before[i]) {
                before[i] = now[i];
                moved[method][i / WIDTH] = version;
            }
        }
        anyMoved[method] = version;
    }

    /** As {@link AgentMXBean#reset}. */
    synchronized void reset() {
        ProfiledMethod[] methods = registry.from(0);
        grow(methods);
        threads.startAfresh();
        Threads.sum(last, methods.length);
        version++;
        for (int m = 0; m < methods.length; m++) {
            base[m] = last[m].clone();
            Arrays.fill(moved[m], version);
            anyMoved[m] = version;
        }
    }

    private void grow(ProfiledMethod[] methods) {
        int known = last.length;
        if (methods.length == known) {
            return;
        }
        last = Arrays.copyOf(last, methods.length);
        fresh = Arrays.copyOf(fresh, methods.length);
        base = Arrays.copyOf(base, methods.length);
        moved = Arrays.copyOf(moved, methods.length);
        anyMoved = Arrays.copyOf(anyMoved, methods.length);
        for (int m = known; m < methods.length; m++) {
            int lines = methods[m].getLines().length;
            last[m] = new long[lines * WIDTH];
            fresh[m] = new long[lines * WIDTH];
            base[m] = new long[lines * WIDTH];
            moved[m] = new long[lines];
        }
    }
}

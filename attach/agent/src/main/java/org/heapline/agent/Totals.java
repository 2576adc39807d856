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
            int[] lines = null;
            for (int line = 0; line < moved[m].length; line++) {
                if (moved[m][line] > since) {
                    lines = lines == null ? methods[m].getLines() : lines;
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
            for (int line = 0; line < moved[m].length; line++) {
                for (int i = line * WIDTH; i < (line + 1) * WIDTH; i++) {
                    if (fresh[m][i] != last[m][i]) {
                        last[m][i] = fresh[m][i];
                        moved[m][line] = version;
                    }
                }
                if (moved[m][line] > since) {
                    count++;
                }
            }
        }
        return count;
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
        for (int m = known; m < methods.length; m++) {
            int lines = methods[m].getLines().length;
            last[m] = new long[lines * WIDTH];
            fresh[m] = new long[lines * WIDTH];
            base[m] = new long[lines * WIDTH];
            moved[m] = new long[lines];
        }
    }
}

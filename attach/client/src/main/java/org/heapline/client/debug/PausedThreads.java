package org.heapline.client.debug;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.heapline.client.PausedThread;
import org.jspecify.annotations.Nullable;

/** The threads that stand, one after the other, and those on their way to the breakpoint. For several threads. */
final class PausedThreads {
    private final Deque<PausedThread> standing = new ArrayDeque<>();
    private final Set<Integer> coming = new HashSet<>();

    /** Trips whose threads stand or stood: what is told late expects nobody any more. */
    private final Set<Integer> arrived = new HashSet<>();

    static int idOf(PausedThread thread) {
        return thread instanceof ParkedThread parked ? parked.id() : ((DebuggedThread) thread).id();
    }

    /** The thread of that trip will come to the breakpoint: the debugger is needed until then. */
    synchronized void expect(int trip) {
        if (!arrived.contains(trip)) {
            coming.add(trip);
        }
    }

    /** It will not, or was let go again. */
    synchronized void expectNoMore(int trip) {
        coming.remove(trip);
    }

    synchronized void add(PausedThread thread) {
        coming.remove(idOf(thread));
        arrived.add(idOf(thread));
        standing.add(thread);
    }

    /** A thread has come to the breakpoint, perhaps one that stood already: after a step, or back from another debugger. */
    synchronized void replace(@Nullable PausedThread before, DebuggedThread now) {
        standing.removeIf(each -> each == before || each instanceof DebuggedThread other && other.isSame(now));
        add(now);
    }

    synchronized void remove(PausedThread thread) {
        standing.remove(thread);
    }

    synchronized @Nullable PausedThread of(int trip) {
        return standing.stream().filter(each -> idOf(each) == trip).findFirst().orElse(null);
    }

    /** The debugger's connection has ended: what it held goes on, except for what was handed over. */
    synchronized void debuggerGone() {
        coming.clear();
        standing.removeIf(each -> each instanceof DebuggedThread thread && thread.handedOverTo() == null);
    }

    synchronized void clear() {
        coming.clear();
        arrived.clear();
        standing.clear();
    }

    synchronized @Nullable PausedThread first() {
        return standing.peek();
    }

    synchronized List<PausedThread> all() {
        return List.copyOf(standing);
    }

    synchronized int size() {
        return standing.size();
    }

    /** Whether none stands and none is about to. */
    synchronized boolean isEmpty() {
        return standing.isEmpty() && coming.isEmpty();
    }
}

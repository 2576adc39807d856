package java.heapline;

import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * The heap that the profiler's own threads have taken since the last GC, so that no line of the program has to answer
 * for it: each answer to a client takes some, and the buffer in which it is put, of up to 2 MiB, is used heap at once.
 * Thread-safe.
 */
public final class OwnHeap {
    private static final Object LOCK = new Object();

    /** What each of these threads had taken when it told it last. Guarded by the lock. */
    private static final Map<Thread, Account> ACCOUNTS = new WeakHashMap<>();

    private static volatile boolean wanted;
    private static volatile Taken latest;

    private OwnHeap() {}

    /** A thread's account: bytes of its objects, and of its buffers, used or not. */
    static final class Account {
        long allocated;
        long taken;
    }

    /** A sum that holds until a GC, which takes away the object that only this refers to, and all that is summed up. */
    static final class Taken extends WeakReference<Object> {
        long bytes;

        Taken() {
            super(new Object());
        }
    }

    /** Says whether lines are made of the used heap; from then on, or not any more, threads are to {@link #tell}. */
    public static void want(boolean now) {
        synchronized (LOCK) {
            wanted = now;
            latest = null;
            ACCOUNTS.clear();
        }
    }

    /**
     * The calling thread, one of the profiler's, tells what it has taken. To be called when it has taken something. Of
     * virtual threads, which take it on their carriers, nothing is told.
     */
    public static void tell() {
        if (wanted) {
            Thread me = Thread.currentThread();
            long key = Probes.READER.keyOf(me);
            if (key != 0) {
                synchronized (LOCK) {
                    add(me, key);
                }
            }
        }
    }

    private static void add(Thread me, long key) {
        Account mine = ACCOUNTS.get(me);
        boolean isNew = mine == null;
        if (isNew) {
            mine = new Account();
            ACCOUNTS.put(me, mine);
        } else if (Probes.READER.read(key) == mine.allocated) {
            return; // Else who has nothing to tell would take a buffer to tell it.
        }
        Taken last = latest;
        Taken next = new Taken();
        boolean collected = last == null || last.get() == null;
        if (collected) {
            // Nobody has a buffer after a GC.
            for (Account each : ACCOUNTS.values()) {
                each.taken = each.allocated;
            }
        }
        // Nothing is allocated from here on.
        long reserved = Probes.READER.reserved(key);
        long allocated = Probes.READER.read(key);
        // Of a thread that tells for the first time it is not known how old its objects are.
        long more = isNew ? reserved : Math.max(0, allocated + reserved - mine.taken);
        mine.allocated = allocated;
        mine.taken = allocated + reserved;
        next.bytes = (collected ? 0 : last.bytes) + more;
        latest = next;
    }

    /** Bytes that were told since the last GC. Allocates nothing. */
    static long taken() {
        Taken now = latest;
        return now == null || now.get() == null ? 0 : now.bytes;
    }
}

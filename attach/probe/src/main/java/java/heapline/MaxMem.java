package java.heapline;

/** The limit at which a thread is stopped, and the one that is to stop. */
public final class MaxMem {
    /** What the agent does about a trip. Called on the thread that tripped, which goes on when the call returns. */
    public abstract static class Desk {
        /** For the agent. */
        protected Desk() {}

        /**
         * Whether the limit is really exceeded: the slow look, at most once a step of allocation.
         *
         * @param heapUsed the used heap just read
         * @return the memory that is over the limit, or -1
         */
        public abstract long confirm(long heapUsed);

        /**
         * The thread has reached the end of the line.
         *
         * @param names which list of names of the method's variables belongs to the values, or -1
         * @param values of the locals, or null if they cannot be read here
         */
        public abstract void stop(int method, int line, long memory, int names, Object[] values);
    }

    private static volatile Desk desk;

    /** With a limit on the heap: below it nothing needs a closer look. */
    private static volatile long lookFrom = Long.MAX_VALUE;

    private static ThreadCounters stopper;
    private static long tripMemory;

    private MaxMem() {}

    /**
     * Arms.
     *
     * @param heapFrom the used heap from which {@link Desk#confirm} is asked; 0 for always
     * @param chosen who is asked
     */
    public static synchronized void arm(long heapFrom, Desk chosen) {
        stopper = null;
        Probes.stopping = false;
        desk = chosen;
        lookFrom = heapFrom;
    }

    /** Disarms; nobody is asked any more. */
    public static void disarm() {
        arm(Long.MAX_VALUE, null);
    }

    /** Looks whether this thread has to stop at the end of its line. */
    static void check(ThreadCounters t, long heapUsed) {
        if (heapUsed >= lookFrom) {
            trip(t, heapUsed);
        }
    }

    private static void trip(ThreadCounters t, long heapUsed) {
        Desk asked = desk;
        if (asked == null || Probes.stopping) {
            return;
        }
        long before = t.clock();
        long memory = asked.confirm(heapUsed);
        t.own += t.clock() - before;
        if (memory < 0) {
            return;
        }
        synchronized (MaxMem.class) {
            if (stopper == null && lookFrom != Long.MAX_VALUE) {
                stopper = t;
                tripMemory = memory;
                lookFrom = Long.MAX_VALUE;
                Probes.stopping = true;
            }
        }
    }

    /** Stops the thread if it is the one that tripped. */
    static void stop(ThreadCounters t, int method, int line, int names, Object[] values) {
        Desk asked;
        long memory;
        synchronized (MaxMem.class) {
            if (stopper != t) {
                return;
            }
            stopper = null;
            Probes.stopping = false;
            asked = desk;
            memory = tripMemory;
        }
        if (asked != null) {
            asked.stop(method, line / ThreadCounters.WIDTH, memory, names, values);
        }
    }
}

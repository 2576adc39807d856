package java.heapline;

/** The limits at which threads are stopped. Each thread looks for itself, and stops itself at the end of its line. */
public final class MaxMem {
    /** What the agent does about a trip. Called on the thread that tripped, which goes on when the call returns. */
    public abstract static class Desk {
        /** For the agent. */
        protected Desk() {}

        /**
         * Whether a limit is really exceeded: the slow look, at most once a step of allocation.
         *
         * @param heapUsed the used heap just read
         * @param line bytes that this execution of the line has allocated
         * @param call bytes that this call of the method has allocated
         * @return what {@link #stop} is to be told, or null to go on
         */
        public abstract Object confirm(long heapUsed, long line, long call);

        /**
         * The thread has reached the end of the line.
         *
         * @param trip what {@link #confirm} answered
         * @param method the method's id
         * @param line index of the line among the method's
         * @param names which list of names of the method's variables belongs to the values, or -1
         * @param values of the locals, packed as {@link Locals} does, or null if they cannot be read here
         */
        public abstract void stop(Object trip, int method, int line, int names, Object[] values);

        /**
         * A thread that a debugger has stopped somewhere else meanwhile waits there.
         *
         * @param trip the number of its trip
         */
        public abstract void hold(int trip);
    }

    /** Values of a stopped frame that a debugger leaves here for the agent to look into. */
    private static volatile Object[] handed;

    private static volatile Desk desk;

    /** Below these nothing needs a closer look. */
    private static volatile long heapFrom = Long.MAX_VALUE;

    private static volatile long callFrom = Long.MAX_VALUE;

    private static volatile int passed;

    private MaxMem() {}

    /**
     * Says when {@link Desk#confirm} is asked from now on. A thread that has tripped already still stops.
     *
     * @param heap from this used heap on; 0 for always
     * @param line from so many bytes of one execution of a line on
     * @param call from so many bytes of one call of a method on
     * @param chosen who is asked
     */
    public static synchronized void arm(long heap, long line, long call, Desk chosen) {
        desk = chosen;
        heapFrom = heap;
        Probes.lineFrom = line;
        callFrom = call;
    }

    /** Nobody is asked any more. */
    public static void disarm() {
        arm(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, null);
    }

    /** From so many bytes of one call of a method on there is a look. */
    static long callFrom() {
        return callFrom;
    }

    /** Looks whether this thread has to stop at the end of its line. */
    static void check(ThreadCounters t, long heapUsed, long line, long call) {
        if (heapUsed >= heapFrom || line >= Probes.lineFrom || call >= callFrom) {
            look(t, heapUsed, line, call);
        }
    }

    private static void look(ThreadCounters t, long heapUsed, long line, long call) {
        Desk asked = desk;
        if (asked == null || t.trip != null || t.ours) {
            return;
        }
        long before = t.clock();
        ThreadCounters mine = OwnWork.stepAside();
        Object trip;
        try {
            trip = asked.confirm(heapUsed, line, call);
        } finally {
            OwnWork.stepBack(mine);
        }
        t.own += t.clock() - before;
        if (trip != null) {
            t.stopFor(trip);
        }
    }

    /** Stops the thread if it has tripped. */
    static void stop(ThreadCounters t, int method, int line, int names, Object[] values) {
        Object trip = t.trip;
        if (trip == null) {
            return;
        }
        t.trip = null;
        Desk asked = desk;
        if (asked != null) {
            ThreadCounters mine = OwnWork.stepAside();
            try {
                asked.stop(trip, method, line / ThreadCounters.WIDTH, names, values);
            } finally {
                OwnWork.stepBack(mine);
            }
        }
    }

    /**
     * Where a debugger has its breakpoint: a thread passes here when it is to stop there.
     *
     * @param trip the trip's number
     */
    public static void stopHere(int trip) {
        passed = trip;
    }

    /**
     * Has a thread stop at the end of the line it comes to next. To be called while the thread stands.
     *
     * @param trip what {@link Desk#stop} is told
     * @return false if the thread has never been in profiled code
     */
    public static boolean stopNext(Thread thread, Object trip) {
        ThreadCounters counters = ThreadTable.of(thread);
        if (counters == null) {
            return false;
        }
        counters.stopFor(trip);
        return true;
    }

    /** Where a debugger makes a thread wait that it has stopped outside the agent, before it lets go of it. */
    public static void holdHere(int trip) {
        Desk asked = desk;
        if (asked != null) {
            asked.hold(trip);
        }
    }

    /** What a debugger has left here, once. */
    public static Object[] takeHanded() {
        Object[] taken = handed;
        handed = null;
        return taken;
    }
}

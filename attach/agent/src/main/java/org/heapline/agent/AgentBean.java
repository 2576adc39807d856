package org.heapline.agent;

import java.heapline.OwnHeap;
import java.heapline.OwnWork;
import java.heapline.Setup;
import java.heapline.Threads;
import java.lang.instrument.Instrumentation;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.Arrays;
import java.util.Collections;
import org.heapline.protocol.AgentMXBean;
import org.heapline.protocol.LinesAndThreads;
import org.heapline.protocol.News;
import org.heapline.protocol.Problem;
import org.heapline.protocol.ProfiledMethods;
import org.heapline.protocol.Progress;
import org.heapline.protocol.RunningFrame;
import org.heapline.protocol.TripReport;

/** The agent as JMX shows it. Every call is a sign of life of the client. */
public final class AgentBean implements AgentMXBean {
    private final Engine engine;
    private final Registry registry;
    private final Retransformer retransformer;
    private final Totals totals;
    private final TripDesk trips;
    private final Lease lease;
    private final long agentThread;
    private final ClassCatalog catalog;
    private final JvmMemory memory = new JvmMemory();

    AgentBean(
            Engine engine,
            Instrumentation instrumentation,
            Registry registry,
            Retransformer retransformer,
            Totals totals,
            TripDesk trips,
            Lease lease,
            long agentThread) {
        this.engine = engine;
        this.registry = registry;
        this.retransformer = retransformer;
        this.totals = totals;
        this.trips = trips;
        this.lease = lease;
        this.agentThread = agentThread;
        this.catalog = new ClassCatalog(instrumentation);
    }

    @Override
    public int getProtocol() {
        heard();
        return PROTOCOL;
    }

    @Override
    public String getReader() {
        heard();
        return Setup.readerText();
    }

    @Override
    public String getClient() {
        heard();
        return engine.client();
    }

    @Override
    public RunningFrame[] runningFrames(String[] patterns, String backend) {
        heard();
        Wanted wanted = Wanted.parse(Arrays.asList(patterns), Collections.<String>emptySet(), backend);
        return RunningFrames.find(retransformer.namesToChange(wanted), catalog);
    }

    @Override
    public void want(String[] patterns, String[] leftOut, String backend, boolean includeChildren) {
        heard();
        engine.want(patterns, leftOut, backend, includeChildren);
    }

    @Override
    public Progress getProgress() {
        heard();
        return retransformer.progress();
    }

    @Override
    public void cancel() {
        heard();
        retransformer.cancel();
    }

    @Override
    public ProfiledMethods methodsFrom(int from) {
        heard();
        return ProfiledMethods.of(Arrays.asList(registry.from(from)));
    }

    @Override
    public long[] changesSince(long version) {
        heard();
        return totals.changesSince(version);
    }

    @Override
    public long[] newsSince(long version) {
        heard();
        Progress progress = retransformer.progress();
        long[] changes = totals.changesSince(version);
        return News.toLongs(progress, registry.methods(), registry.problems(), memory.read(), changes);
    }

    @Override
    public LinesAndThreads linesAndThreads(long version) {
        heard();
        return totals.linesAndThreads(version);
    }

    @Override
    public void reset() {
        heard();
        totals.reset();
    }

    @Override
    public Problem[] problemsFrom(int from) {
        heard();
        return registry.problemsFrom(from);
    }

    @Override
    public String[] findClasses(String text, int limit) {
        heard();
        return catalog.find(text, limit);
    }

    @Override
    public String[] methodsOf(String className) {
        heard();
        return catalog.methodsOf(className);
    }

    @Override
    public byte[] classFile(String className) {
        heard();
        return catalog.classFile(className);
    }

    @Override
    public String locationOf(String className) {
        heard();
        return catalog.locationOf(className);
    }

    @Override
    public long arm(String memory, String limit, String action, long windowMillis, boolean includeChildren) {
        heard();
        return engine.arm(ArmedLimit.of(memory, limit, action, windowMillis, includeChildren));
    }

    @Override
    public void disarm(String memory) {
        heard();
        trips.limits().disarm(memory);
    }

    @Override
    public TripReport[] tripsFrom(int id) {
        heard();
        return trips.stopped().tripsFrom(id);
    }

    @Override
    public void hold(int trip) {
        heard();
        trips.stopped().hold(trip);
    }

    @Override
    public void release(int trip) {
        heard();
        trips.stopped().release(trip);
    }

    @Override
    public void holdNext(int trip) {
        heard();
        trips.stopped().holdNext(trip);
    }

    @Override
    public void stopAgain(int trip) {
        heard();
        trips.stopped().stopAgain(trip);
    }

    @Override
    public boolean isHeld(int trip) {
        heard();
        return trips.stopped().isHeld(trip);
    }

    @Override
    public String[] look(int trip, String path, long millis) {
        heard();
        return trips.stopped().look(trip, path, millis);
    }

    @Override
    public void adopt(int trip, String[] names) {
        heard();
        trips.stopped().adopt(trip, names);
    }

    @Override
    public String evaluate(int trip, String expression) {
        heard();
        return trips.stopped().evaluate(trip, expression);
    }

    @Override
    public void collect() {
        heard();
        System.gc();
        heard();
    }

    @Override
    public long[] getCost() {
        heard();
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long[] helpers = retransformer.costOfHelpers();
        long bytes = Threads.ownBytes() + helpers[0] + Math.max(0, threads.getThreadAllocatedBytes(agentThread));
        long nanos = helpers[1] + Math.max(0, threads.getThreadCpuTime(agentThread));
        // The connector's threads work for the client alone, or for other JMX clients if there are any.
        for (ThreadInfo each : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (each != null && isOfConnection(each.getThreadName())) {
                bytes += Math.max(0, threads.getThreadAllocatedBytes(each.getThreadId()));
                nanos += Math.max(0, threads.getThreadCpuTime(each.getThreadId()));
            }
        }
        return new long[] {bytes, nanos};
    }

    /** The client is there. */
    private void heard() {
        lease.renew();
        // Not for a thread of the program that asks: what it takes is the program's.
        if (isOfConnection(Thread.currentThread().getName())) {
            OwnHeap.tell();
            OwnWork.disownCaller();
        }
    }

    /** Not asked in the probes: the JVM would make the text on the program's thread that has them compiled. */
    private static boolean isOfConnection(String thread) {
        return thread.startsWith("RMI TCP Connection");
    }

    @Override
    public void stay() {
        heard();
        try {
            engine.stay();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void detach() {
        try {
            engine.leave();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package org.heapline.agent;

import java.heapline.Setup;
import java.heapline.Threads;
import java.lang.instrument.Instrumentation;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.Arrays;
import java.util.Collections;
import org.heapline.protocol.AgentMXBean;
import org.heapline.protocol.Problem;
import org.heapline.protocol.ProfiledMethod;
import org.heapline.protocol.Progress;
import org.heapline.protocol.RunningFrame;
import org.heapline.protocol.ThreadBytes;
import org.heapline.protocol.TripReport;

/** The agent as JMX shows it. Every call is a sign of life of the client. */
public final class AgentBean implements AgentMXBean {
    private final Engine engine;
    private final Registry registry;
    private final Retransformer retransformer;
    private final Totals totals;
    private final ThreadTotals byThread;
    private final TripDesk trips;
    private final Lease lease;
    private final long agentThread;
    private final ClassCatalog catalog;

    AgentBean(
            Engine engine,
            Instrumentation instrumentation,
            Registry registry,
            Retransformer retransformer,
            Totals totals,
            ThreadTotals byThread,
            TripDesk trips,
            Lease lease,
            long agentThread) {
        this.engine = engine;
        this.registry = registry;
        this.retransformer = retransformer;
        this.totals = totals;
        this.byThread = byThread;
        this.trips = trips;
        this.lease = lease;
        this.agentThread = agentThread;
        this.catalog = new ClassCatalog(instrumentation);
    }

    @Override
    public int getProtocol() {
        lease.renew();
        return PROTOCOL;
    }

    @Override
    public String getReader() {
        lease.renew();
        return Setup.readerText();
    }

    @Override
    public String getClient() {
        lease.renew();
        return engine.client();
    }

    @Override
    public RunningFrame[] runningFrames(String[] patterns, String backend) {
        lease.renew();
        Wanted wanted = Wanted.parse(Arrays.asList(patterns), Collections.<String>emptySet(), backend);
        return RunningFrames.find(retransformer.namesToChange(wanted), catalog);
    }

    @Override
    public void want(String[] patterns, String[] leftOut, String backend, boolean includeChildren) {
        lease.renew();
        engine.want(patterns, leftOut, backend, includeChildren);
    }

    @Override
    public Progress getProgress() {
        lease.renew();
        return retransformer.progress();
    }

    @Override
    public void cancel() {
        lease.renew();
        retransformer.cancel();
    }

    @Override
    public ProfiledMethod[] methodsFrom(int from) {
        lease.renew();
        return registry.from(from);
    }

    @Override
    public long[] changesSince(long version) {
        lease.renew();
        return totals.changesSince(version);
    }

    @Override
    public ThreadBytes[] getThreads() {
        lease.renew();
        return byThread.read();
    }

    @Override
    public void reset() {
        lease.renew();
        totals.reset();
    }

    @Override
    public Problem[] problemsFrom(int from) {
        lease.renew();
        return registry.problemsFrom(from);
    }

    @Override
    public String[] findClasses(String text, int limit) {
        lease.renew();
        return catalog.find(text, limit);
    }

    @Override
    public String[] methodsOf(String className) {
        lease.renew();
        return catalog.methodsOf(className);
    }

    @Override
    public byte[] classFile(String className) {
        lease.renew();
        return catalog.classFile(className);
    }

    @Override
    public String locationOf(String className) {
        lease.renew();
        return catalog.locationOf(className);
    }

    @Override
    public long arm(String memory, String limit, String action, long windowMillis, boolean includeChildren) {
        lease.renew();
        return engine.arm(ArmedLimit.of(memory, limit, action, windowMillis, includeChildren));
    }

    @Override
    public void disarm(String memory) {
        lease.renew();
        trips.limits().disarm(memory);
    }

    @Override
    public TripReport[] tripsFrom(int id) {
        lease.renew();
        return trips.stopped().tripsFrom(id);
    }

    @Override
    public void hold(int trip) {
        lease.renew();
        trips.stopped().hold(trip);
    }

    @Override
    public void release(int trip) {
        lease.renew();
        trips.stopped().release(trip);
    }

    @Override
    public void holdNext(int trip) {
        lease.renew();
        trips.stopped().holdNext(trip);
    }

    @Override
    public void stopAgain(int trip) {
        lease.renew();
        trips.stopped().stopAgain(trip);
    }

    @Override
    public boolean isHeld(int trip) {
        lease.renew();
        return trips.stopped().isHeld(trip);
    }

    @Override
    public String[] look(int trip, String path, long millis) {
        lease.renew();
        return trips.stopped().look(trip, path, millis);
    }

    @Override
    public void adopt(int trip, String[] names) {
        lease.renew();
        trips.stopped().adopt(trip, names);
    }

    @Override
    public String evaluate(int trip, String expression) {
        lease.renew();
        return trips.stopped().evaluate(trip, expression);
    }

    @Override
    public void collect() {
        lease.renew();
        System.gc();
        lease.renew();
    }

    @Override
    public long[] getCost() {
        lease.renew();
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long bytes = Threads.ownBytes() + Math.max(0, threads.getThreadAllocatedBytes(agentThread));
        long nanos = Math.max(0, threads.getThreadCpuTime(agentThread));
        // The connector's threads work for the client alone, or for other JMX clients if there are any.
        for (ThreadInfo each : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (each != null && each.getThreadName().startsWith("RMI TCP Connection")) {
                bytes += Math.max(0, threads.getThreadAllocatedBytes(each.getThreadId()));
                nanos += Math.max(0, threads.getThreadCpuTime(each.getThreadId()));
            }
        }
        return new long[] {bytes, nanos};
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

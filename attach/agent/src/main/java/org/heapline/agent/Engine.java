package org.heapline.agent;

import java.heapline.Carrier;
import java.heapline.HeapReader;
import java.heapline.MaxMem;
import java.heapline.MemoryProbes;
import java.heapline.OwnHeap;
import java.heapline.Threads;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.concurrent.CountDownLatch;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.heapline.protocol.AgentMXBean;
import org.heapline.protocol.LinesAndThreads;
import org.heapline.protocol.MethodPattern;
import org.jspecify.annotations.Nullable;

/** The agent of one session: what it consists of, its one thread, its beginning and its end. */
public final class Engine {
    private static final long TICK_MILLIS = 1000;
    private static final long WATCH_MILLIS = 100;

    private final Instrumentation instrumentation;
    private final Arguments arguments;
    private final Registry registry = new Registry();
    private final ProbeTransformer transformer = new ProbeTransformer(registry);
    private final Retransformer retransformer;
    private final MountWatch mounts;
    private final ThreadTotals threads = new ThreadTotals();
    private final Totals totals = new Totals(registry, threads);
    private final RestingThreads resting = new RestingThreads(registry);
    private final Lease lease = new Lease();
    private final @Nullable RssReader rss;
    private final TripDesk trips;
    private final CrossingWatch watch;
    private final Beginning beginning;
    private final long startedAt = System.currentTimeMillis();
    private final CountDownLatch gone = new CountDownLatch(1);
    private final Thread thread;
    private final @Nullable Thread atEnd;

    /** What the thread is to do next; guarded by this. */
    private @Nullable Wanted next;

    private long asked;
    private boolean leaving;

    private Engine(Instrumentation instrumentation, Arguments arguments) {
        this.instrumentation = instrumentation;
        this.arguments = arguments;
        OwnCompilation compilation = new OwnCompilation(instrumentation);
        this.retransformer = new Retransformer(instrumentation, compilation, transformer, registry);
        this.mounts = new MountWatch(instrumentation);
        this.rss = rssReader();
        this.trips = new TripDesk(registry, instrumentation, rss);
        this.watch = new CrossingWatch(trips);
        this.beginning = new Beginning(compilation);
        // No lambdas: where the program has none, the first one takes longer than all else here.
        this.thread = new Thread(null, new Work(), "heapline-agent", 0);
        this.thread.setDaemon(true);
        this.thread.setContextClassLoader(null);
        this.atEnd = arguments.dump == null ? null : new Thread(null, new AtEnd(), "heapline-end", 0);
    }

    private static @Nullable RssReader rssReader() {
        try {
            return new RssReader();
        } catch (IOException e) {
            return null; // Not Linux: asking for rss is answered with that.
        }
    }

    /**
     * Starts the agent, or wakes the one that is there.
     *
     * @param jar the agent's jar
     * @param text see {@link Arguments}
     * @param beforeMain whether the program has not begun yet
     * @throws IllegalArgumentException if the arguments cannot be read
     * @throws JMException if the MBean cannot be registered
     * @throws IOException if the agent's jar cannot be read
     * @throws ClassNotFoundException if the probes are not on the bootstrap class path
     */
    public static void start(String jar, String text, Instrumentation instrumentation, boolean beforeMain)
            throws JMException, ClassNotFoundException, IOException {
        Arguments arguments = Arguments.parse(text);
        Wanted wanted = Wanted.parse(arguments.patterns, Collections.<String>emptySet(), arguments.backend);
        if (!beforeMain && renewExisting()) {
            return;
        }
        Readers.choose(instrumentation);
        Readers.loadProbes();
        Rehearsal.run(jar);
        Engine engine = new Engine(instrumentation, arguments);
        engine.chooseMemory(wanted, arguments.children);
        for (ArmedLimit each : arguments.limits) {
            each.requireSeenWith(arguments.backend);
            engine.trips.limits().arm(each);
        }
        if (beforeMain) {
            engine.beginning.begin(System.nanoTime());
        }
        engine.mounts.begin();
        instrumentation.addTransformer(engine.transformer, true);
        if (!arguments.idle) {
            engine.transformer.want(wanted);
            engine.ask(wanted);
        }
        if (engine.atEnd != null) {
            Runtime.getRuntime().addShutdownHook(engine.atEnd);
        }
        if (!beforeMain) {
            engine.register();
        } else if (!arguments.idle) {
            // What the JVM has loaded by now, such as its own collections, counts from the program's first line too.
            engine.retransformer.apply(engine.askedSoFar(), false);
        }
        engine.thread.start();
    }

    private static boolean renewExisting() throws JMException {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        ObjectName name = new ObjectName(AgentMXBean.NAME);
        if (!server.isRegistered(name)) {
            return false;
        }
        server.getAttribute(name, "Protocol");
        return true;
    }

    private void register() throws JMException {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        server.registerMBean(
                new AgentBean(this, instrumentation, registry, retransformer, totals, trips, lease, thread.getId()),
                new ObjectName(AgentMXBean.NAME));
    }

    /** As {@link AgentMXBean#getClient}. */
    String client() {
        return arguments.client;
    }

    /** As {@link AgentMXBean#want}. */
    void want(String[] patterns, String[] leftOut, String backend, boolean children) {
        Wanted wanted = Wanted.parse(Arrays.asList(patterns), new HashSet<>(Arrays.asList(leftOut)), backend);
        for (String each : leftOut) {
            registry.problem(each, "left out, as asked: one of its methods was running and may never return");
        }
        if (!backend.equals(transformer.wanted().backend)) {
            chooseMemory(wanted, children);
            registry.startAfresh();
            totals.reset();
        } else if (rss != null) {
            rss.includeChildren(children);
        }
        ask(wanted);
    }

    /** As {@link AgentMXBean#arm}. */
    long arm(ArmedLimit limit) {
        limit.requireSeenWith(transformer.wanted().backend);
        return trips.limits().arm(limit);
    }

    private void chooseMemory(Wanted wanted, boolean children) {
        OwnHeap.want(wanted.backend.equals("heap"));
        if (!wanted.backend.equals("rss")) {
            MemoryProbes.read(HeapReader.INSTANCE);
            return;
        }
        if (rss == null) {
            throw new IllegalArgumentException("this system does not tell the resident set; choose allocated or heap");
        }
        rss.includeChildren(children);
        MemoryProbes.read(rss);
    }

    private synchronized void ask(Wanted wanted) {
        for (MethodPattern each : wanted.refused()) {
            registry.problem(
                    each.toString(),
                    "the JVM's own core is not profiled: its code runs inside the probes; profile what calls it");
        }
        next = wanted;
        asked++;
        notifyAll();
    }

    /** As {@link AgentMXBean#stay}. */
    void stay() throws InterruptedException {
        gone.await();
    }

    /** Asks the thread to leave and waits until everything is as it was before. */
    void leave() throws InterruptedException {
        synchronized (this) {
            leaving = true;
            notifyAll();
        }
        retransformer.cancel();
        gone.await();
    }

    private void work() {
        try {
            if (!ManagementFactory.getPlatformMBeanServer().isRegistered(new ObjectName(AgentMXBean.NAME))) {
                register();
            }
            boolean first = true;
            while (!isLeaving()) {
                Wanted wanted = takeNext();
                if (wanted != null) {
                    transformer.want(wanted);
                    retransformer.apply(askedSoFar(), !first || arguments.dump == null);
                    first = false;
                }
                long now = System.nanoTime();
                if (beginning.isDue(now)) {
                    beginning.look(transformer.seen().probed(), now);
                }
                threads.sweep();
                resting.look();
                nameCrossings();
                watch.look();
                OwnHeap.tell();
                if (arguments.lease && lease.isOver()) {
                    break;
                }
            }
        } catch (JMException | RuntimeException | LinkageError e) {
            System.setProperty(Entry.FAILURE, "the agent gave up: " + e);
        } finally {
            end();
        }
    }

    private void nameCrossings() {
        if (Carrier.wasCrossed()) {
            registry.problem(
                    "virtual threads",
                    "some were parked inside a profiled line: what that execution of the line allocated before is not"
                            + " in its Increment");
        }
    }

    private synchronized boolean isLeaving() {
        return leaving;
    }

    private synchronized long askedSoFar() {
        return asked;
    }

    private synchronized @Nullable Wanted takeNext() {
        if (next == null && !leaving) {
            try {
                wait(watch.isNeeded() ? WATCH_MILLIS : TICK_MILLIS);
            } catch (InterruptedException e) {
                leaving = true; // Nobody but the program can interrupt this thread: it wants it to end.
            }
        }
        Wanted taken = next;
        next = null;
        return taken;
    }

    /** Leaves no trace: bytecode, threads, MBean and hook are gone, a waiting thread goes on. */
    private void end() {
        try {
            trips.close();
            beginning.end();
            transformer.want(Wanted.NOTHING);
            retransformer.revert();
            instrumentation.removeTransformer(transformer);
            mounts.end();
            MaxMem.disarm();
            MemoryProbes.read(HeapReader.INSTANCE);
            OwnHeap.want(false);
            Threads.clear();
            if (atEnd != null) {
                Runtime.getRuntime().removeShutdownHook(atEnd);
            }
            close(rss);
            ManagementFactory.getPlatformMBeanServer().unregisterMBean(new ObjectName(AgentMXBean.NAME));
            // Its jar would stay open until a GC collects it; every class has been loaded by now.
            close((Closeable) Engine.class.getClassLoader());
        } catch (IllegalStateException e) {
            return; // The JVM is ending: the hook can no longer be taken back, and need not be.
        } catch (JMException | IOException e) {
            System.setProperty(Entry.FAILURE, "the agent did not leave cleanly: " + e);
        } finally {
            gone.countDown();
        }
    }

    private static void close(@Nullable Closeable resource) throws IOException {
        if (resource != null) {
            resource.close();
        }
    }

    private final class Work implements Runnable {
        @Override
        public void run() {
            work();
        }
    }

    private final class AtEnd implements Runnable {
        @Override
        public void run() {
            dump();
        }
    }

    private void dump() {
        String file = arguments.dump;
        try {
            if (file != null) {
                nameCrossings();
                LinesAndThreads counted = totals.linesAndThreads(0);
                long resident = rss == null ? -1 : rss.readOwn();
                FinalDump.write(new File(file), System.currentTimeMillis() - startedAt, resident, registry, counted);
            }
        } catch (IOException e) {
            System.setProperty(Entry.FAILURE, "the last counters could not be written: " + e);
        }
    }
}

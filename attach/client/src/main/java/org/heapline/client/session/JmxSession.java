package org.heapline.client.session;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.heapline.client.AttachException;
import org.heapline.client.Attacher;
import org.heapline.client.JvmProcess;
import org.heapline.client.MaxMem;
import org.heapline.client.MemoryPool;
import org.heapline.client.Session;
import org.heapline.client.SessionException;
import org.heapline.client.SourcePlaces;
import org.heapline.client.Subscription;
import org.heapline.client.debug.AgentAccess;
import org.heapline.client.debug.LocalMaxMem;
import org.heapline.client.jvm.JvmList;
import org.heapline.client.jvm.Liveness;
import org.heapline.client.jvm.ProfiledMarks;
import org.heapline.profile.Backend;
import org.heapline.profile.LineHistory;
import org.heapline.profile.Snapshot;
import org.heapline.profile.TimelineSample;
import org.heapline.protocol.AgentMXBean;
import org.heapline.protocol.Progress;
import org.heapline.protocol.RunningFrame;
import org.jspecify.annotations.Nullable;

/** A session over the target's local management connector. */
public final class JmxSession implements Session {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration COLLECT_PATIENCE = Duration.ofMinutes(5);

    /** How long the agent is asked to leave at least, where the last figures took all the time there is. */
    private static final Duration DETACH_PATIENCE = Duration.ofSeconds(3);

    private static final Duration PROBES_PATIENCE = Duration.ofSeconds(3);
    private static final Duration PROBES_PAUSE = Duration.ofMillis(20);

    private final JvmProcess process;
    private static final Duration SHARED_MEMORY_INTERVAL = Duration.ofSeconds(1);
    private static final Duration LONGEST_SILENCE = Duration.ofMillis(AgentMXBean.LEASE_MILLIS / 2);

    private final Connection connection;
    private final Calls calls;
    private final Measurements measured;
    private final LocalMaxMem maxMem;
    private final Poller poller;
    private final @Nullable Path dump;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile Wish wish;
    private volatile @Nullable Wish before;
    private volatile boolean finished;
    private volatile SourcePlaces places = new SourcePlaces(List.of(), null, null);
    private volatile String jdk;

    private JmxSession(JvmProcess process, JvmList jvms, Attacher.Options options, @Nullable Path dump) {
        Instant startedAt = Instant.now();
        this.process = process;
        this.jdk = process.jdk();
        this.dump = dump;
        this.wish = Wish.of(options);
        this.calls = new Calls(process);
        this.connection = new Connection(process, new LinkOpener(process, jvms), calls, dump != null, this::linked);
        this.measured = new Measurements(process, startedAt, options.interval());
        this.poller = new Poller(
                new Polling(),
                new Liveness(process.pid()),
                () -> interval(options.interval()),
                process.pid(),
                dump == null ? State.ATTACHED : State.SILENT);
        this.maxMem = new LocalMaxMem(process, new MaxMemAccess(), startedAt);
    }

    /**
     * Each poll takes memory of the target's own heap: where that is what lines are made of, it must be rare. But the
     * agent leaves if it hears nothing.
     */
    private Duration interval(Duration wanted) {
        boolean disturbs = wish.backend() != Backend.ALLOCATED;
        Duration polite = disturbs && wanted.compareTo(SHARED_MEMORY_INTERVAL) < 0 ? SHARED_MEMORY_INTERVAL : wanted;
        return polite.compareTo(LONGEST_SILENCE) > 0 ? LONGEST_SILENCE : polite;
    }

    /** Attaches to a running JVM and polls it once. */
    public static JmxSession attach(JvmProcess process, JvmList jvms, Attacher.Options options) throws AttachException {
        JmxSession session = new JmxSession(process, jvms, options, null);
        session.connection.openIfNeeded(session.wish);
        session.poller.start();
        try {
            session.poller.refresh(PATIENCE);
            session.awaitProbes();
        } catch (SessionException e) {
            session.measured.note(process.name(), e.getMessage());
        }
        return session;
    }

    /** Waits a moment for the first probes: who asks at once what was measured should not be told that nothing was. */
    private void awaitProbes() throws SessionException {
        long deadline = System.nanoTime() + PROBES_PATIENCE.toNanos();
        while ((progress().getGeneration() == 0 || progress().isBusy()) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(PROBES_PAUSE.toNanos());
            refresh();
        }
    }

    /**
     * Follows a JVM that was just started with the agent. It is silent until the target can be attached to; a target
     * that ends before that is lost at once, and what its agent wrote down is read.
     *
     * @param dump the file the agent writes when the target ends
     * @param limits with which it was started
     */
    public static JmxSession follow(
            JvmProcess process, JvmList jvms, Attacher.Options options, Path dump, List<MaxMem.Limit> limits) {
        JmxSession session = new JmxSession(process, jvms, options, dump);
        session.maxMem.startedWith(limits);
        session.poller.start();
        return session;
    }

    /** The agent's argument for a target that is started with {@code -javaagent}. */
    public static String agentArguments(Attacher.Options options, boolean lease) {
        return Wish.of(options).agentArguments(lease, ClientId.next());
    }

    /** Waits until the target answers for the first time or has ended. Returns false if neither happens in time. */
    public boolean awaitFirstAnswer(Duration patience) {
        return poller.awaitOtherThan(State.SILENT, patience);
    }

    /** Waits until it is known that the target has ended and its last words are read. */
    public boolean awaitEnd(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        for (State now = state(); now == State.ATTACHED || now == State.SILENT; now = state()) {
            if (!poller.awaitOtherThan(now, Duration.ofNanos(deadline - System.nanoTime()))) {
                return false;
            }
        }
        return true;
    }

    /** A connection was opened: the first, or one after the target had not answered. */
    private void linked(Link opened, boolean again) {
        ProfiledMarks.put(process.pid());
        learn(opened.properties());
        wish = opened.wish();
        if (again) {
            measured.linkChanged(opened.agentStarted());
            if (opened.agentStarted()) {
                maxMem.agentChanged();
            }
        }
    }

    private void learn(Properties properties) {
        places = SourcePlacesReader.from(properties);
        jdk = properties.getProperty("java.version", jdk);
    }

    private final class Polling implements Poller.Work {
        @Override
        public void poll(boolean everything) throws Exception {
            Link open = connection.openIfNeeded(wish);
            try {
                measured.fetch(open, everything);
                maxMem.poll(open.agent());
            } catch (Exception e) {
                connection.dropIfBroken(open, e);
                throw e;
            }
        }

        @Override
        public void ended() {
            connection.forget();
            ProfiledMarks.remove(process.pid());
            maxMem.targetEnded();
            if (dump != null) {
                try {
                    FinalDump last = FinalDump.read(dump);
                    learn(last.properties());
                    measured.finish(last);
                    finished = true;
                } catch (NoSuchFileException e) {
                    measured.note(
                            process.name(),
                            "its last counts are missing: it was killed or halted, or ended before its first line");
                } catch (IOException e) {
                    measured.note(process.name(), "its last counts are missing: " + e.getMessage());
                }
            }
        }
    }

    private final class MaxMemAccess implements AgentAccess {
        @Override
        public <T> T ask(String what, Request<T> request) throws SessionException {
            return JmxSession.this.ask(what, PATIENCE, open -> request.of(open.agent()));
        }

        @Override
        public void changed() {
            poller.publish();
        }

        @Override
        public void note(String why) {
            measured.note("MAXMEM", why);
        }
    }

    private <T> T ask(String what, Duration patience, Connection.Request<T> request) throws SessionException {
        return connection.ask(what, patience, state(), request);
    }

    @Override
    public JvmProcess process() {
        return process;
    }

    @Override
    public State state() {
        return poller.state();
    }

    @Override
    public Backend backend() {
        return wish.backend();
    }

    @Override
    public List<String> wanted() {
        return wish.patterns();
    }

    @Override
    public void want(List<String> patterns, Set<String> leftOut, Backend backend, boolean includeChildren)
            throws SessionException {
        Wish last = wish;
        tell(new Wish(patterns, leftOut, backend, includeChildren, last.running()));
        before = last;
    }

    private void tell(Wish next) throws SessionException {
        boolean afresh = wish.backend() != next.backend();
        ask("choosing what to profile", PATIENCE, open -> {
            measured.want(open.agent(), next, afresh);
            return true;
        });
        wish = next;
        if (next.backend() != Backend.ALLOCATED) {
            maxMem.disarmUnseen(next.backend().key());
        }
        refresh();
    }

    @Override
    public Set<String> leftOut() {
        return wish.leftOut();
    }

    @Override
    public List<RunningFrame> runningFrames(List<String> patterns, Backend backend) throws SessionException {
        String[] texts = patterns.toArray(new String[0]);
        return List.of(
                ask("looking at what is running", PATIENCE, open -> open.agent().runningFrames(texts, backend.key())));
    }

    @Override
    public Progress progress() {
        return measured.progress();
    }

    @Override
    public boolean cancel() throws SessionException {
        ask("cancelling", PATIENCE, open -> {
            open.agent().cancel();
            return true;
        });
        Wish last = before;
        if (last != null) {
            tell(last);
        }
        return last != null;
    }

    @Override
    public Snapshot snapshot() {
        State now = state();
        boolean complete = now == State.ATTACHED || now == State.DETACHED || finished;
        return measured.snapshot(wish.backend(), complete, maxMem.trip(), jdk);
    }

    @Override
    public LineHistory lineHistory() {
        return measured.history();
    }

    @Override
    public TimelineSample latest() {
        return measured.latest();
    }

    @Override
    public List<MemoryPool> pools() {
        return measured.pools();
    }

    @Override
    public List<String> findClasses(String text, int limit) throws SessionException {
        return List.of(ask("looking for classes", PATIENCE, open -> open.agent().findClasses(text, limit)));
    }

    @Override
    public List<String> methodsOf(String className) throws SessionException {
        return List.of(
                ask("reading " + className, PATIENCE, open -> open.agent().methodsOf(className)));
    }

    @Override
    public byte[] classFile(String className) throws SessionException {
        return ask("reading " + className, PATIENCE, open -> open.agent().classFile(className));
    }

    @Override
    public SourcePlaces sourcePlaces() {
        return places;
    }

    @Override
    public MaxMem maxMem() {
        return maxMem;
    }

    @Override
    public void reset() throws SessionException {
        ask("setting the counters to zero", PATIENCE, open -> {
            measured.reset(open.agent());
            return true;
        });
        refresh();
    }

    @Override
    public void collect() throws SessionException {
        ask("garbage collection", COLLECT_PATIENCE, open -> {
            open.agent().collect();
            return true;
        });
    }

    @Override
    public void heapDump(Path file, boolean live) throws SessionException {
        HeapDumper.dump(connection.require(state()), calls, file, live);
    }

    @Override
    public void heapDumpCompressed(Path file, boolean live) throws SessionException {
        HeapDumper.dumpCompressed(connection.require(state()), calls, file, live);
    }

    @Override
    public String histogram(boolean live) throws SessionException {
        return diagnose("the class histogram", "gcClassHistogram", live ? List.of() : List.of("-all"));
    }

    @Override
    public String threadDump() throws SessionException {
        return diagnose("the thread dump", "threadPrint", List.of("-l"));
    }

    private String diagnose(String what, String command, List<String> arguments) throws SessionException {
        return ask(what, COLLECT_PATIENCE, open -> DiagnosticCommands.run(open.server(), command, arguments));
    }

    @Override
    public OwnCost ownCost() {
        return measured.cost();
    }

    @Override
    public Subscription onUpdate(Runnable listener) {
        return poller.onUpdate(listener);
    }

    @Override
    public void refresh() throws SessionException {
        poller.refresh(PATIENCE);
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        if (state() == State.ATTACHED) {
            try {
                poller.refresh(PATIENCE);
            } catch (SessionException e) {
                measured.note(process.name(), "its last counts are missing: " + e.getMessage());
            }
        }
        poller.stop();
        maxMem.close();
        Duration left = Duration.ofNanos(deadline - System.nanoTime());
        connection
                .close(left.compareTo(DETACH_PATIENCE) > 0 ? left : DETACH_PATIENCE)
                .ifPresent(why -> measured.note(process.name(), why));
        ProfiledMarks.remove(process.pid());
        poller.detached();
    }
}

package org.heapline.client.session;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.heapline.client.AttachException;
import org.heapline.client.Attacher;
import org.heapline.client.JvmProcess;
import org.heapline.client.MaxMem;
import org.heapline.client.Session.State;
import org.heapline.client.SessionException;
import org.heapline.client.SourcePlaces;
import org.heapline.client.Subscription;
import org.heapline.client.debug.AgentAccess;
import org.heapline.client.debug.LocalMaxMem;
import org.heapline.client.jvm.JvmList;
import org.heapline.client.jvm.Liveness;
import org.heapline.client.jvm.ProfiledMarks;
import org.heapline.profile.Backend;
import org.heapline.profile.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * The life of a session: how it begins, what each poll brings, what becomes of it when the connection breaks or the target
 * ends, and how it is closed. On any thread.
 */
final class SessionLife {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** How long the agent is asked to leave at least, where the last figures took all the time there is. */
    private static final Duration DETACH_PATIENCE = Duration.ofSeconds(3);

    private static final Duration PROBES_PATIENCE = Duration.ofSeconds(3);
    private static final Duration PROBES_PAUSE = Duration.ofMillis(20);

    private final JvmProcess process;
    private final Connection connection;
    private final Calls calls;
    private final Measurements measured;
    private final LocalMaxMem maxMem;
    private final Poller poller;
    private final LastWords lastWords;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile Wish wish;
    private volatile SourcePlaces places = new SourcePlaces(List.of(), null, null);
    private volatile String jdk;

    /** @param dump the file that the agent writes when the target ends; null if it was not started with the agent */
    SessionLife(JvmProcess process, JvmList jvms, Attacher.Options options, @Nullable Path dump) {
        Instant startedAt = Instant.now();
        this.process = process;
        this.jdk = process.jdk();
        this.lastWords = new LastWords(dump);
        this.wish = Wish.of(options);
        this.calls = new Calls(process);
        this.connection =
                new Connection(process, new LinkOpener(process, jvms), calls, lastWords.areWritten(), this::linked);
        this.measured = new Measurements(process, startedAt);
        this.poller = new Poller(
                new Polling(),
                new Liveness(process.pid()),
                () -> wish.interval(options.interval()),
                process.pid(),
                lastWords.areWritten() ? State.SILENT : State.ATTACHED);
        this.maxMem = new LocalMaxMem(process, new MaxMemAccess(), startedAt);
    }

    /** Begins with a running JVM, which is polled once. */
    void attach() throws AttachException {
        connection.openIfNeeded(wish);
        poller.start();
        try {
            refresh();
            awaitProbes();
        } catch (SessionException e) {
            measured.note(process.name(), e.getMessage());
        }
    }

    /** Waits a moment for the first probes: who asks at once what was measured should not be told that nothing was. */
    private void awaitProbes() throws SessionException {
        long deadline = System.nanoTime() + PROBES_PATIENCE.toNanos();
        while ((measured.progress().getGeneration() == 0 || measured.progress().isBusy())
                && System.nanoTime() < deadline) {
            LockSupport.parkNanos(PROBES_PAUSE.toNanos());
            refresh();
        }
    }

    /** Begins with a JVM that was just started with the agent, and with these limits. */
    void follow(List<MaxMem.Limit> limits) {
        maxMem.startedWith(limits);
        poller.start();
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
            if (wish.backend() == Backend.HEAP) {
                open.stay();
            }
            try {
                measured.fetch(open.agent(), everything);
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
            lastWords.into(measured).ifPresent(SessionLife.this::learn);
        }
    }

    private final class MaxMemAccess implements AgentAccess {
        @Override
        public <T> T ask(String what, Request<T> request) throws SessionException {
            return SessionLife.this.ask(what, open -> request.of(open.agent()));
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

    State state() {
        return poller.state();
    }

    /** Waits until the state is another one than that. Returns whether it is. */
    boolean awaitOtherThan(State than, Duration patience) {
        return poller.awaitOtherThan(than, patience);
    }

    Subscription onUpdate(Runnable listener) {
        return poller.onUpdate(listener);
    }

    /** Waits for a poll that begins after this call. */
    void refresh() throws SessionException {
        poller.refresh(PATIENCE, () -> {});
    }

    /** As {@link Session#newest}. */
    Snapshot newest() throws SessionException {
        CompletableFuture<Snapshot> taken = new CompletableFuture<>();
        poller.refresh(PATIENCE, () -> taken.complete(measured.history().into(this::snapshot)));
        return taken.join();
    }

    /** Asks the target, with the patience for what takes no time. */
    <T> T ask(String what, Connection.Request<T> request) throws SessionException {
        return ask(what, PATIENCE, request);
    }

    <T> T ask(String what, Duration patience, Connection.Request<T> request) throws SessionException {
        return connection.ask(what, patience, state(), request);
    }

    /** The link, or one line that says why there is none. */
    Link link() throws SessionException {
        return connection.require(state());
    }

    Calls calls() {
        return calls;
    }

    /** What is wanted of the agent now, and again when it has to be started anew. */
    Wish wish() {
        return wish;
    }

    /** Tells the agent to want something else from now on. */
    void want(Wish next) throws SessionException {
        boolean afresh = wish.backend() != next.backend();
        ask("choosing what to profile", open -> {
            measured.want(open.agent(), next, afresh);
            return true;
        });
        wish = next;
        if (next.backend() != Backend.ALLOCATED) {
            maxMem.disarmUnseen(next.backend().key());
        }
        refresh();
    }

    Measurements measured() {
        return measured;
    }

    MaxMem maxMem() {
        return maxMem;
    }

    SourcePlaces places() {
        return places;
    }

    /** All that was measured; complete if nothing can be missing at its end. */
    Snapshot snapshot() {
        State now = state();
        boolean complete = now == State.ATTACHED || now == State.DETACHED || lastWords.areKnown();
        return measured.snapshot(wish.backend(), complete, maxMem.trip(), jdk);
    }

    /** Fetches the last figures, has the agent leave and disconnects; the second time nothing. */
    void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        if (state() == State.ATTACHED) {
            try {
                poller.refreshAtLast(PATIENCE);
            } catch (SessionException e) {
                measured.lastCountsMissing(e.getMessage());
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

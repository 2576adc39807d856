package org.heapline.client.debug;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.heapline.client.JvmProcess;
import org.heapline.client.MaxMem;
import org.heapline.client.PausedThread;
import org.heapline.client.SessionException;
import org.heapline.profile.Trip;
import org.heapline.protocol.AgentMXBean;
import org.heapline.protocol.TripReport;
import org.jspecify.annotations.Nullable;

/** MAXMEM of one session: arms the agent, and where the target has JDWP, a debugger's breakpoint behind it. */
public final class LocalMaxMem implements MaxMem, AutoCloseable {
    /** Trips of several threads at once may be told a little out of their order. */
    private static final int LATE = 30;

    private static final Duration LOOK_FOR_OTHERS = Duration.ofSeconds(1);

    private final JdwpAddress jdwp;
    private final AgentAccess agent;
    private final Instant startedAt;
    private final String target;
    private final String restart;
    private final Map<Memory, Limit> armed = new EnumMap<>(Memory.class);
    private final Map<Memory, Limit> startLimits = new EnumMap<>(Memory.class);
    private final List<Trip> trips = new ArrayList<>();
    private final Deque<PausedThread> paused = new ArrayDeque<>();
    private @Nullable Debugger debugger;
    private final SortedSet<Integer> known = new TreeSet<>();
    private boolean otherWasThere;
    private long lookedForOthersAt;

    public LocalMaxMem(JvmProcess process, AgentAccess agent, Instant startedAt) {
        this.jdwp = new JdwpAddress(process);
        this.agent = agent;
        this.startedAt = startedAt;
        this.restart = Restart.withDebugger(process.pid());
        this.target = "PID " + process.pid() + " (" + process.name() + ")";
    }

    @Override
    public void arm(Limit limit) throws SessionException {
        if (limit.bytes() < 1 && limit.percent() <= 0) {
            throw new SessionException("MAXMEM of " + limit.bytes() + " bytes: at least 1");
        }
        if (hasTrippedAlready(limit)) {
            return;
        }
        Action action = choose(limit.action());
        if (hasTrippedAlready(limit)) {
            letGoIfIdle();
            return;
        }
        Limit chosen = limit.with(action);
        // Seen before the limit is in force: it may trip at once.
        Limit before = set(chosen);
        try {
            long bytes = agent.ask("arming MAXMEM", bean -> AgentLimit.arm(chosen, bean));
            resolve(chosen, bytes);
        } catch (SessionException e) {
            restore(limit.memory(), before);
            letGoIfIdle();
            throw e;
        }
        agent.changed();
    }

    private synchronized @Nullable Limit set(Limit limit) {
        return armed.put(limit.memory(), limit);
    }

    private synchronized void restore(Memory memory, @Nullable Limit before) {
        if (before == null) {
            armed.remove(memory);
        } else {
            armed.put(memory, before);
        }
    }

    /** The target knows what a percentage stands for. */
    private synchronized void resolve(Limit asked, long bytes) {
        armed.computeIfPresent(asked.memory(), (memory, now) -> now == asked ? asked.with(bytes) : now);
    }

    /** The target was started with these limits. */
    public synchronized void startedWith(List<Limit> limits) {
        for (Limit each : limits) {
            armed.put(each.memory(), each);
            startLimits.put(each.memory(), each);
        }
    }

    /** Arming a limit with which the target was started says nothing new once it has tripped. */
    private synchronized boolean hasTrippedAlready(Limit limit) {
        Limit start = startLimits.get(limit.memory());
        if (start == null || start.bytes() != limit.bytes() || start.percent() != limit.percent()) {
            return false;
        }
        String memory = limit.memory().name().toLowerCase(Locale.ROOT);
        boolean tripped = trips.stream().anyMatch(trip -> trip.memory().equals(memory));
        if (tripped) {
            startLimits.remove(limit.memory());
        }
        return tripped;
    }

    /** Connects the debugger if it is to be used and can be. */
    private Action choose(Action wanted) throws SessionException {
        if (wanted == Action.PARK || wanted == Action.NOTE) {
            return wanted;
        }
        if (isConnected()) {
            return Action.JDWP;
        }
        String address = jdwp.read();
        if (address == null) {
            if (wanted == Action.JDWP) {
                throw new SessionException(target + " was not started with JDWP, which cannot be added later; park"
                        + " instead, or start it again with " + restart);
            }
            return Action.PARK;
        }
        if (address.isEmpty()) {
            agent.note("another debugger is connected to " + target
                    + ", and JDWP serves one at a time: the thread will be parked instead; disconnect the other and"
                    + " arm again to stop in the debugger");
            return Action.PARK;
        }
        connect(address);
        return Action.JDWP;
    }

    private synchronized boolean isConnected() {
        return debugger != null;
    }

    private void connect(String address) throws SessionException {
        Debugger connected = Debugger.connect(address, target, this::stopped, this::debuggerGone);
        synchronized (this) {
            debugger = connected;
        }
    }

    @Override
    public void disarm() throws SessionException {
        if (armed() != null) {
            disarm("");
        }
    }

    @Override
    public void disarm(Memory memory) throws SessionException {
        disarm(memory.name().toLowerCase(Locale.ROOT));
    }

    private void disarm(String memory) throws SessionException {
        agent.ask("disarming MAXMEM", bean -> {
            bean.disarm(memory);
            return true;
        });
        forget(memory);
        letGoIfIdle();
        agent.changed();
    }

    private synchronized void forget(String memory) {
        armed.keySet().removeIf(each -> memory.isEmpty() || each.name().equalsIgnoreCase(memory));
    }

    /** Looks for trips; called at each poll on the session's thread. */
    public void poll(AgentMXBean bean) {
        List<PausedThread> now = pausedThreads();
        if (armed() == null && now.isEmpty()) {
            return;
        }
        int from = now.stream().mapToInt(LocalMaxMem::idOf).min().orElse(Integer.MAX_VALUE);
        List<TripReport> reports = Arrays.asList(bean.tripsFrom(Math.min(from, lastKnown() - LATE)));
        reports.forEach(this::tripped);
        for (PausedThread each : now) {
            boolean waits = reports.stream().anyMatch(report -> report.getId() == idOf(each) && report.isWaiting());
            // Released by the agent itself, or by another client.
            if (each instanceof ParkedThread && !waits) {
                clear(each);
            }
        }
        takeBack(now);
    }

    private static int idOf(PausedThread thread) {
        return thread instanceof ParkedThread parked ? parked.id() : ((DebuggedThread) thread).id();
    }

    private synchronized int lastKnown() {
        return known.isEmpty() ? 0 : known.last();
    }

    private void tripped(TripReport report) {
        Debugger connected;
        Trip trip;
        synchronized (this) {
            if (!known.add(report.getId())) {
                return;
            }
            trip = Trips.from(report, startedAt);
            trips.add(trip);
            Limit limit = armed.values().stream()
                    .filter(each -> each.memory().name().equalsIgnoreCase(report.getMemory()))
                    .findFirst()
                    .orElse(null);
            // An edit may have come after the trip: then it is armed still.
            if (limit == null || limit.bytes() == report.getLimitBytes() || limit.percent() > 0) {
                forget(report.getMemory());
            }
            boolean parking = limit == null || limit.action() == Action.PARK;
            if (report.isWaiting() && parking) {
                paused.add(new ParkedThread(report.getId(), trip, agent, this::clear));
            }
            connected = limit != null && limit.action() == Action.JDWP ? debugger : null;
        }
        if (report.isApproximate() && connected != null) {
            suspend(report, trip, connected);
        }
    }

    /** No line of that thread could stop it: the debugger stops it where it is. */
    private void suspend(TripReport report, Trip trip, Debugger connected) {
        StoppedFrames frames = connected.suspend(trip.thread());
        if (frames == null) {
            return;
        }
        try {
            DebuggedThread thread =
                    new DebuggedThread(report.getId(), trip, true, frames, connected, jdwp, agent, this::clear);
            synchronized (this) {
                paused.add(thread);
            }
        } catch (SessionException e) {
            frames.resume();
            agent.note("the thread that allocated most could not be stopped: " + e.getMessage());
        }
        agent.changed();
    }

    /** A thread has come to the breakpoint; called on the debugger's thread. */
    private void stopped(Debugger.Stop stop) {
        Debugger connected;
        synchronized (this) {
            connected = debugger;
        }
        if (connected == null) {
            stop.frames().resume();
            return;
        }
        try {
            TripReport report = agent.ask("reading the trip", bean -> bean.tripsFrom(stop.trip()))[0];
            tripped(report);
            PausedThread before = pausedAt(stop.trip());
            boolean stepped = before instanceof DebuggedThread thread && thread.stepped();
            DebuggedThread now = new DebuggedThread(
                    stop.trip(),
                    Trips.from(report, startedAt),
                    stepped,
                    stop.frames(),
                    connected,
                    jdwp,
                    agent,
                    this::clear);
            synchronized (this) {
                paused.removeIf(each -> each == before || each instanceof DebuggedThread other && other.isSame(now));
                paused.add(now);
            }
        } catch (SessionException e) {
            stop.frames().resume();
            agent.note("a thread was stopped and let go again, since its trip could not be read: " + e.getMessage());
        }
        agent.changed();
    }

    private synchronized @Nullable PausedThread pausedAt(int trip) {
        return paused.stream().filter(each -> idOf(each) == trip).findFirst().orElse(null);
    }

    /** When the debugger that a thread was handed over to has left, it is ours again. */
    private void takeBack(List<PausedThread> now) {
        DebuggedThread handed = null;
        for (PausedThread each : now) {
            if (each instanceof DebuggedThread thread && thread.handedOverTo() != null) {
                handed = thread;
            }
        }
        if (handed == null || "".equals(handed.handedOverTo())) {
            otherWasThere = false;
            return;
        }
        if (System.nanoTime() - lookedForOthersAt < LOOK_FOR_OTHERS.toNanos()) {
            return;
        }
        lookedForOthersAt = System.nanoTime();
        int id = handed.id();
        try {
            String address = jdwp.read();
            if (address == null || address.isEmpty()) {
                otherWasThere = address != null;
            } else if (otherWasThere) {
                otherWasThere = false;
                connect(address);
                agent.ask("taking the thread back", bean -> {
                    bean.stopAgain(id);
                    return true;
                });
            }
        } catch (SessionException e) {
            agent.note("the thread was not taken back from the other debugger; resume it: " + e.getMessage());
        }
    }

    /** The connection ended: by us, or with the target. */
    private void debuggerGone(Debugger gone) {
        boolean needed;
        synchronized (this) {
            needed = debugger == gone && armed.values().stream().anyMatch(each -> each.action() == Action.JDWP);
            if (debugger == gone) {
                debugger = null;
            }
            paused.removeIf(each -> each instanceof DebuggedThread thread && thread.handedOverTo() == null);
        }
        if (needed) {
            parkInstead();
        }
        agent.changed();
    }

    /** Without a debugger nobody would stop at its breakpoint. */
    private void parkInstead() {
        for (Limit each : limits()) {
            if (each.action() == Action.JDWP) {
                Limit parking = each.with(Action.PARK);
                try {
                    agent.ask("arming MAXMEM", bean -> AgentLimit.arm(parking, bean));
                    set(parking);
                } catch (SessionException e) {
                    forget(AgentLimit.memory(each));
                    agent.note("the debugger's connection has ended and the limit is disarmed: " + e.getMessage());
                }
            }
        }
    }

    /** A thread goes on. */
    private void clear(PausedThread thread) {
        synchronized (this) {
            paused.remove(thread);
        }
        letGoIfIdle();
        agent.changed();
    }

    /** A new agent is in the target: the limits were the old one's. */
    public void agentChanged() {
        synchronized (this) {
            known.clear();
            paused.clear();
            if (armed.isEmpty()) {
                return;
            }
            armed.clear();
        }
        letGo();
        agent.note("it was disarmed when the target did not answer for a while; arm it again");
    }

    /** The target has ended: nothing is armed or stopped any more. */
    public void targetEnded() {
        synchronized (this) {
            armed.clear();
            paused.clear();
        }
        letGo();
    }

    @Override
    public void close() {
        for (PausedThread each : pausedThreads()) {
            try {
                each.resume();
            } catch (SessionException e) {
                agent.note("the stopped thread could not be told to go on (" + e.getMessage()
                        + "); it goes on when the agent leaves");
            }
        }
        forget("");
        letGo();
    }

    private void letGoIfIdle() {
        boolean idle;
        synchronized (this) {
            idle = armed.isEmpty() && paused.isEmpty();
        }
        if (idle) {
            letGo();
        }
    }

    private void letGo() {
        Debugger connected;
        synchronized (this) {
            connected = debugger;
            debugger = null;
        }
        if (connected != null) {
            connected.close();
        }
    }

    @Override
    public synchronized @Nullable Limit armed() {
        return armed.values().stream().findFirst().orElse(null);
    }

    @Override
    public synchronized List<Limit> limits() {
        return List.copyOf(armed.values());
    }

    @Override
    public synchronized @Nullable Trip trip() {
        return trips.isEmpty() ? null : trips.get(trips.size() - 1);
    }

    @Override
    public synchronized List<Trip> trips() {
        return List.copyOf(trips);
    }

    @Override
    public synchronized @Nullable PausedThread paused() {
        return paused.peek();
    }

    @Override
    public synchronized int pausedCount() {
        return paused.size();
    }

    @Override
    public String restartWithDebugger() {
        return restart;
    }

    private synchronized List<PausedThread> pausedThreads() {
        return List.copyOf(paused);
    }
}

package org.heapline.client.debug;

import java.time.Instant;
import java.util.Optional;
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
    private final JdwpAddress jdwp;
    private final AgentAccess agent;
    private final Instant startedAt;
    private final String target;
    private @Nullable Limit armed;
    private @Nullable Limit startLimit;
    private @Nullable Trip trip;
    private @Nullable PausedThread paused;
    private @Nullable Debugger debugger;
    private int lastTrip;

    public LocalMaxMem(JvmProcess process, AgentAccess agent, Instant startedAt) {
        this.jdwp = new JdwpAddress(process);
        this.agent = agent;
        this.startedAt = startedAt;
        this.target = "PID " + process.pid() + " (" + process.name() + ")";
    }

    @Override
    public void arm(Limit limit) throws SessionException {
        if (limit.bytes() < 1) {
            throw new SessionException("MAXMEM of " + limit.bytes() + " bytes: at least 1");
        }
        if (hasTrippedAlready(limit)) {
            return;
        }
        if (paused() != null) {
            throw new SessionException("a thread is stopped by MAXMEM already; resume it, then arm again");
        }
        letGo();
        Action action = choose(limit.action());
        if (hasTrippedAlready(limit)) {
            letGo();
            return;
        }
        // Seen before the limit is in force: it may trip at once.
        set(new Limit(limit.bytes(), limit.memory(), action));
        try {
            agent.ask("arming MAXMEM", bean -> {
                bean.arm(limit.bytes(), AgentLimit.memory(limit), AgentLimit.action(action));
                return true;
            });
        } catch (SessionException e) {
            set(null);
            letGo();
            throw e;
        }
        agent.changed();
    }

    /** The target was started with that limit. */
    public synchronized void startedWith(Limit limit) {
        armed = limit;
        startLimit = limit;
    }

    /** Arming a limit with which the target was started says nothing new once it has tripped. */
    private synchronized boolean hasTrippedAlready(Limit limit) {
        Limit start = startLimit;
        if (start == null || start.bytes() != limit.bytes() || start.memory() != limit.memory()) {
            return false;
        }
        if (trip != null) {
            startLimit = null;
        }
        return trip != null;
    }

    /** Connects the debugger if it is to be used and can be. */
    private Action choose(Action wanted) throws SessionException {
        if (wanted == Action.PARK || wanted == Action.NOTE) {
            return wanted;
        }
        String address = jdwp.read();
        if (address == null) {
            if (wanted == Action.JDWP) {
                throw new SessionException(target + " was not started with JDWP, which cannot be added later; park"
                        + " instead, or restart it with"
                        + " -agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=localhost:0");
            }
            return Action.PARK;
        }
        if (address.isEmpty()) {
            agent.note("another debugger is connected to " + target
                    + ", and JDWP serves one at a time: the thread will be parked instead; disconnect the other and"
                    + " arm again to stop in the debugger");
            return Action.PARK;
        }
        Debugger connected = Debugger.connect(address, target, this::stopped, this::debuggerGone);
        synchronized (this) {
            debugger = connected;
        }
        return Action.JDWP;
    }

    @Override
    public void disarm() throws SessionException {
        if (armed() == null) {
            return;
        }
        agent.ask("disarming MAXMEM", bean -> {
            bean.disarm();
            return true;
        });
        set(null);
        if (paused() == null) {
            letGo();
        }
        agent.changed();
    }

    /** Looks for a trip; called at each poll on the session's thread. */
    public void poll(AgentMXBean bean) {
        PausedThread now = paused();
        if (armed() == null && !(now instanceof ParkedThread)) {
            return;
        }
        TripReport report = bean.getTrip();
        if (report != null) {
            tripped(report);
        }
        if (now instanceof ParkedThread && (report == null || !report.isWaiting())) {
            clear(now); // released by the agent itself, or by another client
        }
    }

    private synchronized void tripped(TripReport report) {
        if (report.getId() <= lastTrip) {
            return;
        }
        lastTrip = report.getId();
        trip = Trips.from(report, startedAt);
        boolean parking = armed == null || armed.action() == Action.PARK;
        armed = null;
        if (report.isWaiting() && parking) {
            paused = new ParkedThread(trip, agent, this::clear);
        }
    }

    /** A thread has come to the breakpoint; called on the debugger's thread. */
    private void stopped(StoppedFrames frames) {
        Debugger connected;
        synchronized (this) {
            connected = debugger;
        }
        if (connected == null) {
            frames.resume();
            return;
        }
        try {
            TripReport report = agent.ask("reading the trip", bean -> Optional.ofNullable(bean.getTrip()))
                    .orElseThrow(() -> new SessionException("the agent knows of no trip"));
            tripped(report);
            synchronized (this) {
                Trip at = trip == null ? Trips.from(report, startedAt) : trip;
                paused = new DebuggedThread(at, frames, connected, jdwp, agent, this::clear);
            }
        } catch (SessionException e) {
            frames.resume();
            agent.note("a thread was stopped and let go again, since its trip could not be read: " + e.getMessage());
        }
        agent.changed();
    }

    /** The connection ended: by us, or with the target. */
    private void debuggerGone(Debugger gone) {
        synchronized (this) {
            if (debugger == gone) {
                debugger = null;
            }
            if (paused instanceof DebuggedThread thread && thread.handedOverTo() == null) {
                paused = null;
            }
        }
        agent.changed();
    }

    /** A thread goes on. */
    private void clear(PausedThread thread) {
        synchronized (this) {
            if (paused == thread) {
                paused = null;
            }
        }
        if (armed() == null) {
            letGo();
        }
        agent.changed();
    }

    /** A new agent is in the target: the limit was the old one's. */
    public void agentChanged() {
        synchronized (this) {
            lastTrip = 0;
            if (armed == null) {
                return;
            }
            armed = null;
        }
        letGo();
        agent.note("it was disarmed when the target did not answer for a while; arm it again");
    }

    /** The target has ended: nothing is armed or stopped any more. */
    public void targetEnded() {
        synchronized (this) {
            armed = null;
            paused = null;
        }
        letGo();
    }

    @Override
    public void close() {
        PausedThread thread = paused();
        if (thread != null) {
            try {
                thread.resume();
            } catch (SessionException e) {
                agent.note("the stopped thread could not be told to go on (" + e.getMessage()
                        + "); it goes on when the agent leaves");
            }
        }
        set(null);
        letGo();
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

    private synchronized void set(@Nullable Limit limit) {
        armed = limit;
    }

    @Override
    public synchronized @Nullable Limit armed() {
        return armed;
    }

    @Override
    public synchronized @Nullable Trip trip() {
        return trip;
    }

    @Override
    public synchronized @Nullable PausedThread paused() {
        return paused;
    }
}

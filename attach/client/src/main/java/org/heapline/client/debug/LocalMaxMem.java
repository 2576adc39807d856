package org.heapline.client.debug;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.heapline.client.JvmProcess;
import org.heapline.client.MaxMem;
import org.heapline.client.PausedThread;
import org.heapline.client.SessionException;
import org.heapline.profile.Trip;
import org.heapline.protocol.AgentMXBean;
import org.jspecify.annotations.Nullable;

/** MAXMEM of one session: arms the agent, and where the target has JDWP, a debugger's breakpoint behind it. */
public final class LocalMaxMem implements MaxMem, AutoCloseable {
    private final AgentAccess agent;
    private final String restart;
    private final ArmedLimits armed = new ArmedLimits();
    private final PausedThreads paused = new PausedThreads();
    private final TripLog trips;
    private final DebuggerLink link;
    private final Stops stops;

    public LocalMaxMem(JvmProcess process, AgentAccess agent, Instant startedAt) {
        this.agent = agent;
        this.trips = new TripLog(startedAt);
        this.restart = Restart.withDebugger(process.pid());
        this.stops = new Stops(process, agent, restart, armed, paused, trips);
        this.link = stops.link();
    }

    @Override
    public void arm(Limit limit) throws SessionException {
        if (limit.bytes() < 1 && limit.percent() <= 0) {
            throw new SessionException("MAXMEM of " + limit.bytes() + " bytes: at least 1");
        }
        if (hasTrippedAlready(limit)) {
            return;
        }
        Action action = link.choose(limit.action());
        if (hasTrippedAlready(limit)) {
            stops.letGoIfIdle();
            return;
        }
        Limit chosen = limit.with(action);
        // Seen before the limit is in force: it may trip at once.
        Limit before = armed.put(chosen);
        try {
            long bytes = agent.ask("arming MAXMEM", bean -> AgentLimit.arm(chosen, bean));
            armed.resolve(chosen, bytes);
        } catch (SessionException e) {
            armed.restore(limit.memory(), before);
            stops.letGoIfIdle();
            throw e;
        }
        agent.changed();
    }

    /** The target was started with these limits. */
    public void startedWith(List<Limit> limits) {
        armed.startedWith(limits);
    }

    /** Arming a limit with which the target was started says nothing new once it has tripped. */
    private boolean hasTrippedAlready(Limit limit) {
        boolean tripped = armed.isFromStart(limit) && trips.anyOf(limit.memory());
        if (tripped) {
            armed.startIsOver(limit.memory());
        }
        return tripped;
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
        armed.forget(memory);
        stops.letGoIfIdle();
        agent.changed();
    }

    /** Limits of lines and calls count allocated bytes, which are not measured any more. */
    public void disarmUnseen(String backend) throws SessionException {
        for (Limit each : limits()) {
            if (each.memory() == Memory.LINE || each.memory() == Memory.CALL) {
                disarm(each.memory());
                agent.note("the limit of a " + AgentLimit.memory(each) + " counts allocated bytes and is disarmed: now "
                        + backend + " is measured");
            }
        }
    }

    /** Looks for trips; called at each poll on the session's thread. */
    public void poll(AgentMXBean bean) {
        stops.poll(bean);
    }

    /** A new agent is in the target: the limits were the old one's. */
    public void agentChanged() {
        trips.restart();
        paused.clear();
        if (armed.isEmpty()) {
            return;
        }
        armed.forget("");
        link.letGo();
        agent.note("it was disarmed when the target did not answer for a while; arm it again");
    }

    /** The target has ended: nothing is armed or stopped any more. */
    public void targetEnded() {
        armed.forget("");
        paused.clear();
        link.letGo();
    }

    @Override
    public void close() {
        for (PausedThread each : paused.all()) {
            try {
                each.resume();
            } catch (SessionException e) {
                agent.note("the stopped thread could not be told to go on (" + e.getMessage()
                        + "); it goes on when the agent leaves");
            }
        }
        armed.forget("");
        link.letGo();
    }

    @Override
    public @Nullable Limit armed() {
        return armed.first();
    }

    @Override
    public List<Limit> limits() {
        return armed.all();
    }

    @Override
    public @Nullable Limit last(Memory memory) {
        return armed.last(memory);
    }

    @Override
    public @Nullable Trip trip() {
        return trips.last();
    }

    @Override
    public List<Trip> trips() {
        return trips.all();
    }

    @Override
    public @Nullable PausedThread paused() {
        return paused.first();
    }

    @Override
    public int pausedCount() {
        return paused.size();
    }

    @Override
    public String restartWithDebugger() {
        return restart;
    }
}

package org.heapline.client.debug;

import java.util.Arrays;
import java.util.List;
import org.heapline.client.JvmProcess;
import org.heapline.client.MaxMem.Action;
import org.heapline.client.MaxMem.Limit;
import org.heapline.client.PausedThread;
import org.heapline.client.SessionException;
import org.heapline.profile.Trip;
import org.heapline.protocol.AgentMXBean;
import org.heapline.protocol.TripReport;

/** From the trip that the agent tells, or the breakpoint that a thread has come to, to the thread that stands. */
final class Stops {
    private final AgentAccess agent;
    private final ArmedLimits armed;
    private final PausedThreads paused;
    private final TripLog trips;
    private final DebuggerLink link;

    /** @param restart how the target is started with JDWP */
    Stops(
            JvmProcess process,
            AgentAccess agent,
            String restart,
            ArmedLimits armed,
            PausedThreads paused,
            TripLog trips) {
        this.agent = agent;
        this.armed = armed;
        this.paused = paused;
        this.trips = trips;
        this.link = new DebuggerLink(process, agent, restart, this::stopped, this::debuggerGone);
    }

    DebuggerLink link() {
        return link;
    }

    /** Looks for trips; called at each poll on the session's thread. */
    void poll(AgentMXBean bean) {
        List<PausedThread> now = paused.all();
        if (armed.isEmpty() && paused.isEmpty()) {
            return;
        }
        int from = now.stream().mapToInt(PausedThreads::idOf).min().orElse(Integer.MAX_VALUE);
        List<TripReport> reports = Arrays.asList(bean.tripsFrom(Math.min(from, trips.from())));
        reports.forEach(this::tripped);
        for (PausedThread each : now) {
            boolean waits = reports.stream()
                    .anyMatch(report -> report.getId() == PausedThreads.idOf(each) && report.isWaiting());
            // Released by the agent itself, or by another client.
            if (each instanceof ParkedThread && !waits) {
                clear(each);
            }
        }
        link.takeBack(now);
    }

    private void tripped(TripReport report) {
        Trip trip = trips.add(report);
        if (trip == null) {
            return;
        }
        Debugger connected = link.current();
        Limit limit = armed.of(report);
        boolean inDebugger = limit != null && limit.action() == Action.JDWP && connected != null;
        boolean parking = limit == null || limit.action() == Action.PARK;
        if (report.isWaiting() && parking) {
            paused.add(new ParkedThread(report.getId(), trip, agent, this::clear));
        } else if (report.isWaiting() && inDebugger) {
            paused.expect(report.getId());
        }
        armed.tripped(report);
        if (report.isApproximate() && inDebugger && connected != null) {
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
            paused.add(debugged(report.getId(), trip, true, frames, connected));
        } catch (SessionException e) {
            frames.resume();
            agent.note("the thread that allocated most could not be stopped: " + e.getMessage());
        }
        agent.changed();
    }

    private DebuggedThread debugged(int id, Trip trip, boolean stepped, StoppedFrames frames, Debugger connected)
            throws SessionException {
        return new DebuggedThread(id, trip, stepped, frames, connected, link.jdwp(), agent, this::clear);
    }

    /** A thread has come to the breakpoint; called on the debugger's thread. */
    private void stopped(Debugger.Stop stop) {
        paused.expect(stop.trip());
        Debugger connected = link.current();
        if (connected == null) {
            paused.expectNoMore(stop.trip());
            stop.frames().resume();
            return;
        }
        try {
            TripReport report = agent.ask("reading the trip", bean -> bean.tripsFrom(stop.trip()))[0];
            tripped(report);
            PausedThread before = paused.of(stop.trip());
            boolean stepped = before instanceof DebuggedThread thread && thread.stepped();
            paused.replace(before, debugged(stop.trip(), trips.read(report), stepped, stop.frames(), connected));
        } catch (SessionException e) {
            paused.expectNoMore(stop.trip());
            stop.frames().resume();
            agent.note("a thread was stopped and let go again, since its trip could not be read: " + e.getMessage());
        }
        agent.changed();
    }

    /** The connection ended: by us, or with the target. */
    private void debuggerGone(boolean present) {
        List<Limit> left = present ? armed.forDebugger() : List.of();
        paused.debuggerGone();
        left.forEach(this::parkInstead);
        agent.changed();
    }

    /** Without a debugger nobody would stop at its breakpoint. */
    private void parkInstead(Limit limit) {
        Limit parking = limit.with(Action.PARK);
        try {
            agent.ask("arming MAXMEM", bean -> AgentLimit.arm(parking, bean));
            armed.put(parking);
        } catch (SessionException e) {
            armed.forget(AgentLimit.memory(limit));
            agent.note("the debugger's connection has ended and the limit is disarmed: " + e.getMessage());
        }
    }

    /** A thread goes on. */
    private void clear(PausedThread thread) {
        paused.remove(thread);
        letGoIfIdle();
        agent.changed();
    }

    /** Nobody needs the debugger: others may have it. */
    void letGoIfIdle() {
        if (armed.isEmpty() && paused.isEmpty()) {
            link.letGo();
        }
    }
}

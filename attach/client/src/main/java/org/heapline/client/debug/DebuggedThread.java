package org.heapline.client.debug;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.heapline.client.PausedThread;
import org.heapline.client.SessionException;
import org.heapline.profile.Trip;
import org.jspecify.annotations.Nullable;

/** A thread stopped by JDI on the line that tripped. */
final class DebuggedThread implements PausedThread {
    private static final Duration PORT_PATIENCE = Duration.ofSeconds(5);

    private final Trip trip;
    private final StoppedFrames frames;
    private final Debugger debugger;
    private final JdwpAddress jdwp;
    private final AgentAccess agent;
    private final Consumer<PausedThread> onResume;
    private volatile List<Trip.Frame> shown;
    private volatile boolean stepped;
    private volatile @Nullable String handedOverTo;

    DebuggedThread(
            Trip trip,
            StoppedFrames frames,
            Debugger debugger,
            JdwpAddress jdwp,
            AgentAccess agent,
            Consumer<PausedThread> onResume)
            throws SessionException {
        this.trip = trip;
        this.frames = frames;
        this.debugger = debugger;
        this.jdwp = jdwp;
        this.agent = agent;
        this.onResume = onResume;
        this.shown = onTripLine(frames.read());
    }

    /** The JVM stands before the next line already; the user is shown the line that tripped. */
    private List<Trip.Frame> onTripLine(List<Trip.Frame> read) {
        if (read.isEmpty()) {
            return read;
        }
        List<Trip.Frame> moved = new ArrayList<>(read);
        Trip.Frame first = read.get(0);
        moved.set(0, new Trip.Frame(first.className(), first.method(), first.fileName(), trip.line()));
        return List.copyOf(moved);
    }

    @Override
    public Trip trip() {
        return trip;
    }

    @Override
    public boolean inDebugger() {
        return true;
    }

    @Override
    public List<Trip.Frame> frames() {
        return shown;
    }

    @Override
    public synchronized List<Trip.Local> locals(int frame) throws SessionException {
        if (handedOverTo != null) {
            return frame == 0 ? trip.locals() : List.of();
        }
        return frames.locals(frame);
    }

    @Override
    public synchronized void stepOver() throws SessionException {
        requireHere();
        frames.stepOver(trip.line());
        stepped = true;
        shown = frames.read();
        agent.changed();
    }

    @Override
    public synchronized String handOver() throws SessionException {
        requireHere();
        if (stepped) {
            throw new SessionException("the thread has stepped away from the line that tripped, so that it would run on"
                    + " when Heapline lets go; resume it, arm again, and hand over before the first step");
        }
        agent.ask("holding the thread", bean -> {
            bean.hold();
            return true;
        });
        handedOverTo = ""; // from here on the end of our connection is no end of the stop
        debugger.close();
        String command = "jdb -attach " + newAddress();
        handedOverTo = command;
        agent.changed();
        return command;
    }

    /** With port 0 the target listens at another place after each disconnect, a moment later. */
    private String newAddress() throws SessionException {
        long deadline = System.nanoTime() + PORT_PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            String address = jdwp.read();
            if (address != null && !address.isEmpty()) {
                return address;
            }
        }
        throw new SessionException("the target does not listen for another debugger; the thread stays parked in the"
                + " agent: resume it");
    }

    private void requireHere() throws SessionException {
        if (handedOverTo != null) {
            throw new SessionException("the thread was handed over to another debugger; use that one, or resume");
        }
    }

    @Override
    public @Nullable String handedOverTo() {
        return handedOverTo;
    }

    @Override
    public synchronized void resume() throws SessionException {
        if (handedOverTo == null) {
            frames.resume();
        } else {
            agent.ask("resuming the thread", bean -> {
                bean.release();
                return true;
            });
        }
        onResume.accept(this);
    }
}

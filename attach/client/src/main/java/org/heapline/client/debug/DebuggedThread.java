package org.heapline.client.debug;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.heapline.client.PausedThread;
import org.heapline.client.SessionException;
import org.heapline.client.Variable;
import org.heapline.profile.Trip;
import org.jspecify.annotations.Nullable;

/** A thread stopped by JDI on the line that tripped, or where it has stepped to. */
final class DebuggedThread implements PausedThread {
    private static final long LOOK_MILLIS = 1000;

    private final int id;
    private final Trip trip;
    private final StoppedFrames frames;
    private final Debugger debugger;
    private final JdwpAddress jdwp;
    private final AgentAccess agent;
    private final Consumer<PausedThread> onResume;
    private final OtherThreads others;
    private volatile List<Trip.Frame> shown;
    private volatile boolean stepped;
    private volatile @Nullable String handedOverTo;
    private @Nullable HandedLocals handed;
    private int handedFrame = -1;

    /** @param stepped whether it does not stand on the line that tripped any more */
    DebuggedThread(
            int id,
            Trip trip,
            boolean stepped,
            StoppedFrames frames,
            Debugger debugger,
            JdwpAddress jdwp,
            AgentAccess agent,
            Consumer<PausedThread> onResume)
            throws SessionException {
        this.id = id;
        this.trip = trip;
        this.stepped = stepped;
        this.frames = frames;
        this.debugger = debugger;
        this.jdwp = jdwp;
        this.agent = agent;
        this.onResume = onResume;
        this.others = new OtherThreads(frames.machine(), frames.thread());
        this.shown = stepped ? frames.read() : onTripLine(frames.read());
    }

    int id() {
        return id;
    }

    /** Whether it is the same thread of the target, which has tripped again while it was stepped. */
    boolean isSame(DebuggedThread other) {
        return handedOverTo == null && frames.thread().equals(other.frames.thread());
    }

    boolean stepped() {
        return stepped;
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
    public synchronized List<Variable> look(int frame, List<String> path) throws SessionException {
        requireHere();
        HandedLocals locals = handed;
        if (locals == null || handedFrame != frame) {
            HandedLocals fresh = new HandedLocals(frames.frame(frame));
            fresh.hand(frames.machine());
            agent.ask("looking into the locals", bean -> {
                bean.adopt(id, fresh.names());
                return true;
            });
            handed = fresh;
            handedFrame = frame;
            locals = fresh;
        }
        List<Variable> found = Trips.variables(
                agent.ask("looking into the locals", bean -> bean.look(id, String.join("/", path), LOOK_MILLIS)));
        return path.isEmpty() ? locals.with(found) : found;
    }

    @Override
    public synchronized String evaluate(int frame, String expression) throws SessionException {
        requireHere();
        handed = null;
        return new Evaluator(frames).evaluate(frame, expression);
    }

    @Override
    public synchronized void step(Step how) throws SessionException {
        requireHere();
        move(() -> frames.step(how, shown.isEmpty() ? -1 : shown.get(0).line()));
    }

    @Override
    public synchronized void runTo(String className, int line) throws SessionException {
        requireHere();
        move(() -> frames.runTo(className, line));
    }

    private interface Move {
        void run() throws SessionException;
    }

    private void move(Move move) throws SessionException {
        try {
            move.run();
        } finally {
            handed = null;
            stepped = true;
            shown = frames.read();
            agent.changed();
        }
    }

    @Override
    public synchronized void suspendOthers(boolean suspended) throws SessionException {
        requireHere();
        if (suspended != others.areSuspended()) {
            if (suspended) {
                others.suspend();
            } else {
                others.resume();
            }
            agent.changed();
        }
    }

    @Override
    public boolean othersSuspended() {
        return others.areSuspended();
    }

    @Override
    public synchronized String handOver() throws SessionException {
        requireHere();
        others.resume();
        String address = new HandOver(id, frames, debugger, jdwp, agent).begin(stepped, () -> handedOverTo = "");
        String command = "jdb -attach " + address;
        handedOverTo = command;
        agent.changed();
        return command;
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
        others.resume();
        // Also when it only stands in the debugger: the agent lets go of the objects that were looked into.
        try {
            agent.ask("resuming the thread", bean -> {
                bean.release(id);
                return true;
            });
        } finally {
            if (handedOverTo == null) {
                frames.resume();
            }
            onResume.accept(this);
        }
    }
}

package org.heapline.views.fake;

import java.util.ArrayList;
import java.util.List;
import org.heapline.client.PausedThread;
import org.heapline.client.SessionException;
import org.heapline.client.Variable;
import org.heapline.profile.Trip;
import org.heapline.profile.Trip.Frame;
import org.heapline.profile.Trip.Local;
import org.jspecify.annotations.Nullable;

/** A stopped thread; a step moves its first frame one line on. */
public final class FakePausedThread implements PausedThread {
    public final List<Local> locals = new ArrayList<>();
    public final List<Variable> variables = new ArrayList<>();
    public final List<Variable> children = new ArrayList<>();
    public final List<Step> steps = new ArrayList<>();
    public boolean resumed;

    /** What happens when it goes on. */
    public Runnable onResume = () -> {};

    private final Trip trip;
    private final boolean inDebugger;
    private List<Frame> frames;
    private boolean othersSuspended;
    private @Nullable String handedOverTo;

    public FakePausedThread(Trip trip, boolean inDebugger) {
        this.trip = trip;
        this.inDebugger = inDebugger;
        this.frames = trip.stack();
        locals.addAll(trip.locals());
    }

    @Override
    public Trip trip() {
        return trip;
    }

    @Override
    public boolean inDebugger() {
        return inDebugger;
    }

    @Override
    public List<Frame> frames() {
        return frames;
    }

    @Override
    public List<Local> locals(int frame) {
        return frame == 0 || inDebugger ? List.copyOf(locals) : List.of();
    }

    @Override
    public List<Variable> look(int frame, List<String> path) {
        return path.isEmpty() && (frame == 0 || inDebugger) ? List.copyOf(variables) : List.copyOf(children);
    }

    @Override
    public String evaluate(int frame, String expression) throws SessionException {
        for (Local each : locals) {
            if (each.name().equals(expression)) {
                return each.value();
            }
        }
        throw new SessionException("there is no local '" + expression + "' here");
    }

    @Override
    public void step(Step how) {
        steps.add(how);
        List<Frame> moved = new ArrayList<>(frames);
        Frame top = moved.get(0);
        moved.set(0, new Frame(top.className(), top.method(), top.fileName(), top.line() + 1));
        frames = List.copyOf(moved);
    }

    @Override
    public void runTo(String className, int line) {
        List<Frame> moved = new ArrayList<>(frames);
        Frame top = moved.get(0);
        moved.set(0, new Frame(top.className(), top.method(), top.fileName(), line));
        frames = List.copyOf(moved);
    }

    @Override
    public void suspendOthers(boolean suspended) {
        othersSuspended = suspended;
    }

    @Override
    public boolean othersSuspended() {
        return othersSuspended;
    }

    @Override
    public String handOver() {
        handedOverTo = "jdb -attach localhost:5005";
        return handedOverTo;
    }

    @Override
    public @Nullable String handedOverTo() {
        return handedOverTo;
    }

    @Override
    public void resume() {
        resumed = true;
        onResume.run();
    }
}

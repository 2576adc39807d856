package org.heapline.views.fake;

import java.util.ArrayList;
import java.util.List;
import org.heapline.client.PausedThread;
import org.heapline.profile.Trip;
import org.heapline.profile.Trip.Frame;
import org.heapline.profile.Trip.Local;
import org.jspecify.annotations.Nullable;

/** A stopped thread; a step moves its first frame one line on. */
public final class FakePausedThread implements PausedThread {
    public final List<Local> locals = new ArrayList<>();
    public boolean resumed;

    private final Trip trip;
    private final boolean inDebugger;
    private List<Frame> frames;
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
    public void stepOver() {
        List<Frame> moved = new ArrayList<>(frames);
        Frame top = moved.get(0);
        moved.set(0, new Frame(top.className(), top.method(), top.fileName(), top.line() + 1));
        frames = List.copyOf(moved);
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
    }
}

package org.heapline.client.debug;

import java.util.List;
import java.util.function.Consumer;
import org.heapline.client.PausedThread;
import org.heapline.client.SessionException;
import org.heapline.profile.Trip;
import org.jspecify.annotations.Nullable;

/** A thread that waits in the agent, with the locals its line probe captured. */
final class ParkedThread implements PausedThread {
    private final Trip trip;
    private final AgentAccess agent;
    private final Consumer<PausedThread> onResume;

    ParkedThread(Trip trip, AgentAccess agent, Consumer<PausedThread> onResume) {
        this.trip = trip;
        this.agent = agent;
        this.onResume = onResume;
    }

    @Override
    public Trip trip() {
        return trip;
    }

    @Override
    public boolean inDebugger() {
        return false;
    }

    @Override
    public List<Trip.Frame> frames() {
        return trip.stack();
    }

    @Override
    public List<Trip.Local> locals(int frame) {
        return frame == 0 ? trip.locals() : List.of();
    }

    @Override
    public void stepOver() throws SessionException {
        throw new SessionException("the thread is parked by the agent, which cannot step; start the target with JDWP"
                + " to step, or resume");
    }

    @Override
    public String handOver() throws SessionException {
        throw new SessionException("the thread is parked by the agent and no debugger holds it; start the target with"
                + " JDWP to hand over");
    }

    @Override
    public @Nullable String handedOverTo() {
        return null;
    }

    @Override
    public void resume() throws SessionException {
        agent.ask("resuming the thread", bean -> {
            bean.release();
            return true;
        });
        onResume.accept(this);
    }
}

package org.heapline.client.debug;

import java.util.List;
import java.util.function.Consumer;
import org.heapline.client.PausedThread;
import org.heapline.client.SessionException;
import org.heapline.client.Variable;
import org.heapline.profile.Trip;
import org.jspecify.annotations.Nullable;

/** A thread that waits in the agent, with the locals its line probe captured. */
final class ParkedThread implements PausedThread {
    private static final long LOOK_MILLIS = 1000;

    private final int id;
    private final Trip trip;
    private final AgentAccess agent;
    private final Consumer<PausedThread> onResume;

    ParkedThread(int id, Trip trip, AgentAccess agent, Consumer<PausedThread> onResume) {
        this.id = id;
        this.trip = trip;
        this.agent = agent;
        this.onResume = onResume;
    }

    int id() {
        return id;
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
    public List<Variable> look(int frame, List<String> path) throws SessionException {
        if (frame != 0 || trip.locals().isEmpty()) {
            return List.of();
        }
        return Trips.variables(
                agent.ask("looking into the locals", bean -> bean.look(id, String.join("/", path), LOOK_MILLIS)));
    }

    @Override
    public String evaluate(int frame, String expression) throws SessionException {
        if (frame != 0) {
            throw new SessionException(
                    "a parked thread shows the locals of its innermost profiled frame only; start the"
                            + " target with JDWP to look into the others");
        }
        String answer = agent.ask("evaluating " + expression, bean -> bean.evaluate(id, expression));
        return answer.substring(answer.indexOf('|') + 1);
    }

    @Override
    public void step(Step how) throws SessionException {
        throw new SessionException("the thread is parked by the agent, which cannot step; start the target with JDWP"
                + " to step, or resume");
    }

    @Override
    public void runTo(String className, int line) throws SessionException {
        step(Step.OVER);
    }

    @Override
    public void suspendOthers(boolean suspended) throws SessionException {
        throw new SessionException(
                "the thread is parked by the agent, which cannot suspend others; start the target with"
                        + " JDWP for that");
    }

    @Override
    public boolean othersSuspended() {
        return false;
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
            bean.release(id);
            return true;
        });
        onResume.accept(this);
    }
}

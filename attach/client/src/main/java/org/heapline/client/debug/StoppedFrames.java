package org.heapline.client.debug;

import com.sun.jdi.AbsentInformationException;
import com.sun.jdi.IncompatibleThreadStateException;
import com.sun.jdi.LocalVariable;
import com.sun.jdi.Location;
import com.sun.jdi.ObjectReference;
import com.sun.jdi.StackFrame;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.request.EventRequest;
import com.sun.jdi.request.StepRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.heapline.client.SessionException;
import org.heapline.profile.Trip;

/** A thread stopped by JDI: its frames without the agent's own, their locals, and stepping. */
final class StoppedFrames {
    /** Under this property a step request carries what to run when the step is done. */
    static final String WAITING = "heapline.waiting";

    private static final List<String> AGENT_PACKAGES = List.of("java.heapline.", "org.heapline.agent.");
    private static final Duration STEP_PATIENCE = Duration.ofSeconds(10);
    private static final int MOST_FRAMES = 200;

    private final VirtualMachine machine;
    private final ThreadReference thread;

    StoppedFrames(VirtualMachine machine, ThreadReference thread) {
        this.machine = machine;
        this.thread = thread;
    }

    /** The program's frames, innermost first. */
    List<Trip.Frame> read() throws SessionException {
        try {
            List<Trip.Frame> frames = new ArrayList<>();
            int count = Math.min(thread.frameCount(), MOST_FRAMES);
            for (StackFrame frame : thread.frames(agentFrames(), count - agentFrames())) {
                frames.add(read(frame.location()));
            }
            return List.copyOf(frames);
        } catch (IncompatibleThreadStateException | VMDisconnectedException e) {
            throw gone(e);
        }
    }

    private static Trip.Frame read(Location location) {
        String file;
        try {
            file = location.sourceName();
        } catch (AbsentInformationException e) {
            file = "";
        }
        return new Trip.Frame(location.declaringType().name(), location.method().name(), file, location.lineNumber());
    }

    private int agentFrames() throws IncompatibleThreadStateException {
        int count = thread.frameCount();
        int depth = 0;
        while (depth < count && isAgent(thread.frame(depth))) {
            depth++;
        }
        return Math.min(depth, count - 1);
    }

    private static boolean isAgent(StackFrame frame) {
        String type = frame.location().declaringType().name();
        return AGENT_PACKAGES.stream().anyMatch(type::startsWith);
    }

    /** The locals of a frame, {@code this} first. */
    List<Trip.Local> locals(int index) throws SessionException {
        try {
            int depth = agentFrames() + index;
            if (index < 0 || depth >= thread.frameCount()) {
                throw new SessionException("the thread has no frame " + index);
            }
            StackFrame frame = thread.frame(depth);
            List<Trip.Local> locals = new ArrayList<>();
            ObjectReference self = frame.thisObject();
            if (self != null) {
                locals.add(new Trip.Local("this", self.type().name(), Values.text(self)));
            }
            for (LocalVariable variable : frame.visibleVariables()) {
                locals.add(new Trip.Local(variable.name(), variable.typeName(), Values.text(frame.getValue(variable))));
            }
            return List.copyOf(locals);
        } catch (AbsentInformationException e) {
            throw new SessionException(
                    "the class was compiled without the names of its locals; compile it with -g to see them", e);
        } catch (IncompatibleThreadStateException | VMDisconnectedException e) {
            throw gone(e);
        }
    }

    /**
     * Runs to the next line of the program's innermost frame, or to its caller.
     *
     * @param tripLine the line that tripped, if the thread still stands in the agent behind it
     */
    void stepOver(int tripLine) throws SessionException {
        try {
            boolean inAgent = isAgent(thread.frame(0));
            while (isAgent(thread.frame(0))) {
                step(StepRequest.STEP_MIN, StepRequest.STEP_OUT);
            }
            if (!inAgent || thread.frame(0).location().lineNumber() == tripLine) {
                step(StepRequest.STEP_LINE, StepRequest.STEP_OVER);
            }
        } catch (IncompatibleThreadStateException | VMDisconnectedException e) {
            throw gone(e);
        }
    }

    private void step(int size, int depth) throws SessionException {
        StepRequest request = machine.eventRequestManager().createStepRequest(thread, size, depth);
        CountDownLatch done = new CountDownLatch(1);
        request.putProperty(WAITING, (Runnable) done::countDown);
        request.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
        request.addCountFilter(1);
        request.enable();
        thread.resume();
        try {
            if (!done.await(STEP_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                thread.suspend();
                throw new SessionException("the line has not ended within " + STEP_PATIENCE.toSeconds()
                        + " s; the thread is stopped where it is");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SessionException("stepping was interrupted", e);
        } finally {
            machine.eventRequestManager().deleteEventRequest(request);
        }
    }

    /** Lets the thread go on. */
    void resume() {
        try {
            for (int left = thread.suspendCount(); left > 0; left--) {
                thread.resume();
            }
        } catch (VMDisconnectedException e) {
            return; // the end of the connection has resumed it
        }
    }

    private static SessionException gone(Exception cause) {
        return new SessionException("the thread is not stopped any more; the debugger's connection has ended", cause);
    }
}

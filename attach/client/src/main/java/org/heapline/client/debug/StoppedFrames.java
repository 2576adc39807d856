package org.heapline.client.debug;

import com.sun.jdi.AbsentInformationException;
import com.sun.jdi.IncompatibleThreadStateException;
import com.sun.jdi.LocalVariable;
import com.sun.jdi.Location;
import com.sun.jdi.ObjectReference;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.StackFrame;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.request.BreakpointRequest;
import com.sun.jdi.request.EventRequest;
import com.sun.jdi.request.StepRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.heapline.client.PausedThread.Step;
import org.heapline.client.SessionException;
import org.heapline.profile.Trip;

/** A thread stopped by JDI: its frames without the agent's own, their locals, and stepping. */
final class StoppedFrames {
    /** Under this property a step request carries what to run when the step is done. */
    static final String WAITING = "heapline.waiting";

    private static final List<String> AGENT_PACKAGES = List.of("java.heapline.", "org.heapline.agent.");
    private static final List<String> JDK_PACKAGES = List.of("java.", "jdk.", "sun.");
    private static final List<String> STEPPED_OVER =
            List.of("java.*", "javax.*", "jdk.*", "sun.*", "com.sun.*", "org.heapline.agent.*");
    private static final Duration STEP_PATIENCE = Duration.ofSeconds(10);
    private static final Duration RUN_PATIENCE = Duration.ofSeconds(60);
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

    /** How many frames on top are the agent's: it may wait in the JDK's own code. */
    private int agentFrames() throws IncompatibleThreadStateException {
        int count = thread.frameCount();
        int agents = 0;
        for (int depth = 0; depth < Math.min(count, MOST_FRAMES); depth++) {
            String type = thread.frame(depth).location().declaringType().name();
            if (AGENT_PACKAGES.stream().anyMatch(type::startsWith)) {
                agents = depth + 1;
            } else if (JDK_PACKAGES.stream().noneMatch(type::startsWith)) {
                break;
            }
        }
        return Math.min(agents, count - 1);
    }

    /** The frame of the program at an index, innermost 0. */
    StackFrame frame(int index) throws SessionException {
        try {
            int depth = agentFrames() + index;
            if (index < 0 || depth >= thread.frameCount()) {
                throw new SessionException("the thread has no frame " + index);
            }
            return thread.frame(depth);
        } catch (IncompatibleThreadStateException | VMDisconnectedException e) {
            throw gone(e);
        }
    }

    ThreadReference thread() {
        return thread;
    }

    VirtualMachine machine() {
        return machine;
    }

    /** The locals of a frame, {@code this} first. */
    List<Trip.Local> locals(int index) throws SessionException {
        try {
            StackFrame frame = frame(index);
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
        } catch (VMDisconnectedException e) {
            throw gone(e);
        }
    }

    /**
     * Steps from where the program stands.
     *
     * @param tripLine the line that tripped, if the thread still stands in the agent behind it
     */
    void step(Step how, int tripLine) throws SessionException {
        try {
            boolean inAgent = leaveAgent();
            boolean onTripLine = thread.frame(0).location().lineNumber() == tripLine;
            if (how == Step.OUT) {
                step(StepRequest.STEP_LINE, StepRequest.STEP_OUT, STEP_PATIENCE);
            } else if (!inAgent || onTripLine) {
                boolean into = how == Step.INTO;
                step(StepRequest.STEP_LINE, into ? StepRequest.STEP_INTO : StepRequest.STEP_OVER, STEP_PATIENCE);
            }
        } catch (IncompatibleThreadStateException | VMDisconnectedException e) {
            throw gone(e);
        }
    }

    /** Returns whether it was in the agent. */
    private boolean leaveAgent() throws SessionException, IncompatibleThreadStateException {
        int frames = agentFrames();
        for (int left = frames; left > 0; left = agentFrames()) {
            step(StepRequest.STEP_MIN, StepRequest.STEP_OUT, STEP_PATIENCE);
        }
        return frames > 0;
    }

    private void step(int size, int depth, Duration patience) throws SessionException {
        StepRequest request = machine.eventRequestManager().createStepRequest(thread, size, depth);
        if (depth == StepRequest.STEP_INTO) {
            STEPPED_OVER.forEach(request::addClassExclusionFilter);
        }
        request.addCountFilter(1);
        runUntil(request, patience, "the line has not ended");
    }

    /** Runs until the thread comes to that line. */
    void runTo(String className, int line) throws SessionException {
        try {
            List<Location> places = new ArrayList<>();
            for (ReferenceType type : machine.classesByName(className)) {
                places.addAll(type.locationsOfLine(line));
            }
            if (places.isEmpty()) {
                throw new SessionException(
                        "there is no code on line " + line + " of " + className + "; choose a line that has some");
            }
            leaveAgent();
            BreakpointRequest request = machine.eventRequestManager().createBreakpointRequest(places.get(0));
            request.addThreadFilter(thread);
            runUntil(request, RUN_PATIENCE, "line " + line + " was not reached");
        } catch (AbsentInformationException e) {
            throw new SessionException(className + " was compiled without line numbers; compile it with -g", e);
        } catch (IncompatibleThreadStateException | VMDisconnectedException e) {
            throw gone(e);
        }
    }

    private void runUntil(EventRequest request, Duration patience, String otherwise) throws SessionException {
        CountDownLatch done = new CountDownLatch(1);
        request.putProperty(WAITING, (Runnable) done::countDown);
        request.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
        request.enable();
        thread.resume();
        try {
            if (!done.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                thread.suspend();
                throw new SessionException(
                        otherwise + " within " + patience.toSeconds() + " s; the thread is stopped where it is");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SessionException("the step was interrupted", e);
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

    static SessionException gone(Exception cause) {
        return new SessionException("the thread is not stopped any more; the debugger's connection has ended", cause);
    }
}

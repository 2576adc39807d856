package org.heapline.client.debug;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.IncompatibleThreadStateException;
import com.sun.jdi.IntegerValue;
import com.sun.jdi.Location;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.AttachingConnector;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.event.StepEvent;
import com.sun.jdi.event.VMDeathEvent;
import com.sun.jdi.event.VMDisconnectEvent;
import com.sun.jdi.request.BreakpointRequest;
import com.sun.jdi.request.EventRequest;
import com.sun.jdi.request.StepRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.heapline.client.SessionException;
import org.jspecify.annotations.Nullable;

/**
 * A debugger's connection to the target, with one breakpoint: where the agent passes when MAXMEM trips. Stops only the
 * thread that comes there, so that the session goes on.
 */
final class Debugger implements AutoCloseable {
    static final String MAX_MEM = "java.heapline.MaxMem";
    private static final String STOP_HERE = "stopHere";
    private static final String CONNECTOR = "com.sun.jdi.SocketAttach";
    private static final String TIMEOUT_MILLIS = "20000";

    private final VirtualMachine machine;
    private final Consumer<Stop> onStop;
    private final Consumer<Debugger> onGone;
    private final AtomicBoolean closed = new AtomicBoolean();

    /**
     * A thread at the breakpoint.
     *
     * @param trip the number of its trip
     */
    record Stop(int trip, StoppedFrames frames) {}

    private Debugger(VirtualMachine machine, Consumer<Stop> onStop, Consumer<Debugger> onGone) {
        this.machine = machine;
        this.onStop = onStop;
        this.onGone = onGone;
    }

    /**
     * Connects and sets the breakpoint.
     *
     * @param address host and port
     * @param target how messages name the target
     * @param onStop called on the debugger's thread when a thread has stopped
     * @param onGone called when the connection has ended
     */
    static Debugger connect(String address, String target, Consumer<Stop> onStop, Consumer<Debugger> onGone)
            throws SessionException {
        Debugger debugger;
        try {
            debugger = new Debugger(attach(address), onStop, onGone);
        } catch (IOException | IllegalConnectorArgumentsException e) {
            throw new SessionException(
                    "the debugger cannot connect to " + target + " at " + address + " (" + e.getMessage()
                            + "); if another debugger is connected disconnect it, or park instead",
                    e);
        }
        try {
            debugger.setBreakpoint();
        } catch (SessionException | RuntimeException e) {
            debugger.close();
            throw e;
        }
        Thread events = new Thread(debugger::handleEvents, "heapline-debugger");
        events.setDaemon(true);
        events.start();
        return debugger;
    }

    private static VirtualMachine attach(String address) throws IOException, IllegalConnectorArgumentsException {
        AttachingConnector connector = Bootstrap.virtualMachineManager().attachingConnectors().stream()
                .filter(candidate -> candidate.name().equals(CONNECTOR))
                .findFirst()
                .orElseThrow(() -> new IOException("this Java has no " + CONNECTOR + "; run Heapline with a JDK"));
        int colon = address.lastIndexOf(':');
        Map<String, Connector.Argument> arguments = connector.defaultArguments();
        set(arguments, "hostname", address.substring(0, colon));
        set(arguments, "port", address.substring(colon + 1));
        set(arguments, "timeout", TIMEOUT_MILLIS);
        return connector.attach(arguments);
    }

    private static void set(Map<String, Connector.Argument> arguments, String name, String value) {
        Connector.Argument argument = arguments.get(name);
        if (argument != null) {
            argument.setValue(value);
        }
    }

    private void setBreakpoint() throws SessionException {
        List<ReferenceType> types = machine.classesByName(MAX_MEM);
        if (types.isEmpty() || types.get(0).methodsByName(STOP_HERE).isEmpty()) {
            throw new SessionException("the agent's " + MAX_MEM + "." + STOP_HERE
                    + " is not in the target; it is of another version, detach and attach again");
        }
        Location location = types.get(0).methodsByName(STOP_HERE).get(0).location();
        BreakpointRequest breakpoint = machine.eventRequestManager().createBreakpointRequest(location);
        breakpoint.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
        breakpoint.enable();
    }

    private void handleEvents() {
        try {
            while (true) {
                EventSet events = machine.eventQueue().remove();
                boolean keep = false;
                for (Event event : events) {
                    if (event instanceof VMDisconnectEvent || event instanceof VMDeathEvent) {
                        gone();
                        return;
                    }
                    keep |= handle(event);
                }
                if (!keep) {
                    events.resume();
                }
            }
        } catch (VMDisconnectedException e) {
            gone();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            gone();
        }
    }

    /** Returns whether the thread stays stopped. */
    private boolean handle(Event event) {
        if (event instanceof BreakpointEvent hit) {
            boolean awaited = tellWaiting(hit.request()) | tellStepping(hit.thread());
            int trip = tripAt(hit);
            if (trip > 0) {
                onStop.accept(new Stop(trip, new StoppedFrames(machine, hit.thread())));
            }
            return awaited || trip > 0;
        }
        return event instanceof StepEvent step && tellWaiting(step.request());
    }

    private static boolean tellWaiting(EventRequest request) {
        if (request.getProperty(StoppedFrames.WAITING) instanceof Runnable done) {
            done.run();
            return true;
        }
        return false;
    }

    /** A step ends also where the thread trips again. */
    private boolean tellStepping(ThreadReference thread) {
        boolean any = false;
        for (StepRequest each : List.copyOf(machine.eventRequestManager().stepRequests())) {
            any |= each.thread().equals(thread) && tellWaiting(each);
        }
        return any;
    }

    /** The trip at whose breakpoint the thread is; 0 if it is another breakpoint. */
    private static int tripAt(BreakpointEvent hit) {
        try {
            boolean ours = hit.location().declaringType().name().equals(MAX_MEM);
            return ours && hit.thread().frame(0).getArgumentValues().get(0) instanceof IntegerValue trip
                    ? trip.value()
                    : 0;
        } catch (IncompatibleThreadStateException e) {
            return 0; // It was resumed by somebody else.
        }
    }

    /** The thread with that name suspended where it is; null if there is none. */
    @Nullable
    StoppedFrames suspend(String name) {
        for (ThreadReference each : machine.allThreads()) {
            if (each.name().equals(name)) {
                each.suspend();
                return new StoppedFrames(machine, each);
            }
        }
        return null;
    }

    private void gone() {
        closed.set(true);
        onGone.accept(this);
    }

    /** Disconnects; the target resumes whatever was stopped. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            try {
                machine.dispose();
            } catch (VMDisconnectedException e) {
                return; // it has gone already
            }
        }
    }
}

package org.heapline.client.debug;

import com.sun.jdi.ClassNotLoadedException;
import com.sun.jdi.ClassType;
import com.sun.jdi.IncompatibleThreadStateException;
import com.sun.jdi.InvalidTypeException;
import com.sun.jdi.InvocationException;
import com.sun.jdi.Method;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import org.heapline.client.SessionException;
import org.heapline.protocol.AgentMXBean;

/** Lets go of JDWP while a thread stays where it is: it is held by the agent, so that another debugger can take over. */
final class HandOver {
    private static final Duration PORT_PATIENCE = Duration.ofSeconds(20);
    private static final Duration HOLD_PATIENCE = Duration.ofSeconds(20);
    private static final int WAITS_FOR_INVOCATIONS = 20;

    private final int id;
    private final StoppedFrames frames;
    private final Debugger debugger;
    private final JdwpAddress jdwp;
    private final AgentAccess agent;

    /** @param id of the trip */
    HandOver(int id, StoppedFrames frames, Debugger debugger, JdwpAddress jdwp, AgentAccess agent) {
        this.id = id;
        this.frames = frames;
        this.debugger = debugger;
        this.jdwp = jdwp;
        this.agent = agent;
    }

    /**
     * Ends our connection.
     *
     * @param stepped whether the thread has left the agent
     * @param leaving told when the thread is held: from then on the end of our connection is no end of the stop
     * @return where the target listens for the other debugger
     */
    String begin(boolean stepped, Runnable leaving) throws SessionException {
        boolean running = stepped && waitsForInvocations(frames.machine().version());
        if (running) {
            hold(AgentMXBean::holdNext);
        } else if (stepped) {
            holdWhereItIs();
        } else {
            hold(AgentMXBean::hold);
        }
        leaving.run();
        debugger.close();
        if (running) {
            awaitHeld("the thread has not come to the end of a profiled line and goes on");
            agent.note("JDWP of this JVM lets go of a stepped thread only when it runs: it has run on to the end of the"
                    + " next line that allocates");
        }
        return newAddress();
    }

    private void hold(BiConsumer<AgentMXBean, Integer> how) throws SessionException {
        agent.ask("holding the thread", bean -> {
            how.accept(bean, id);
            return true;
        });
    }

    /** From Java 20 on JDWP does not listen again before a method has returned that the debugger had called. */
    private static boolean waitsForInvocations(String version) {
        String feature = version.replaceFirst("\\D.*", "");
        return !feature.isEmpty() && Integer.parseInt(feature) >= WAITS_FOR_INVOCATIONS;
    }

    private void awaitHeld(String otherwise) throws SessionException {
        long deadline = System.nanoTime() + HOLD_PATIENCE.toNanos();
        while (!agent.ask("holding the thread", bean -> bean.isHeld(id))) {
            if (System.nanoTime() > deadline) {
                throw new SessionException(otherwise);
            }
        }
    }

    /** It has left the agent: a call that waits is put on top of its frames. */
    private void holdWhereItIs() throws SessionException {
        VirtualMachine machine = frames.machine();
        ClassType maxMem = (ClassType) machine.classesByName(Debugger.MAX_MEM).get(0);
        Method hold = maxMem.methodsByName("holdHere").get(0);
        Bounded.start(() -> call(maxMem, hold, machine));
        awaitHeld("the thread cannot be made to wait where it is; step once and try again");
    }

    private void call(ClassType maxMem, Method hold, VirtualMachine machine) {
        try {
            maxMem.invokeMethod(frames.thread(), hold, List.of(machine.mirrorOf(id)), ClassType.INVOKE_SINGLE_THREADED);
        } catch (VMDisconnectedException e) {
            return; // as is meant: the thread waits on, without a debugger
        } catch (InvocationException
                | InvalidTypeException
                | ClassNotLoadedException
                | IncompatibleThreadStateException e) {
            agent.note("the thread could not be held where it stands: " + e);
        }
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
}

package org.heapline.client.debug;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.heapline.client.JvmProcess;
import org.heapline.client.MaxMem.Action;
import org.heapline.client.PausedThread;
import org.heapline.client.SessionException;
import org.jspecify.annotations.Nullable;

/** Our connection to the target's JDWP: opened when it is needed, given up for another debugger, taken back. */
final class DebuggerLink {
    private static final Duration LOOK_FOR_OTHERS = Duration.ofSeconds(1);

    private final JdwpAddress jdwp;
    private final AgentAccess agent;
    private final String target;
    private final String restart;
    private final Consumer<Debugger.Stop> onStop;
    private final Consumer<Boolean> onGone;
    private @Nullable Debugger debugger;
    private boolean otherWasThere;
    private long lookedForOthersAt;

    /**
     * @param restart how the target is started with JDWP
     * @param onStop called on the debugger's thread when a thread has come to the breakpoint
     * @param onGone called when a connection has ended; with whether it was the present one
     */
    DebuggerLink(
            JvmProcess process,
            AgentAccess agent,
            String restart,
            Consumer<Debugger.Stop> onStop,
            Consumer<Boolean> onGone) {
        this.jdwp = new JdwpAddress(process);
        this.agent = agent;
        this.restart = restart;
        this.target = "PID " + process.pid() + " (" + process.name() + ")";
        this.onStop = onStop;
        this.onGone = onGone;
    }

    JdwpAddress jdwp() {
        return jdwp;
    }

    synchronized @Nullable Debugger current() {
        return debugger;
    }

    /** Connects if the debugger is to be used and can be; answers how a thread will be stopped. */
    Action choose(Action wanted) throws SessionException {
        if (wanted == Action.PARK || wanted == Action.NOTE) {
            return wanted;
        }
        if (current() != null) {
            return Action.JDWP;
        }
        String address = jdwp.read();
        if (address == null) {
            if (wanted == Action.JDWP) {
                throw new SessionException(target + " was not started with JDWP, which cannot be added later; park"
                        + " instead, or start it again with " + restart);
            }
            return Action.PARK;
        }
        if (address.isEmpty()) {
            agent.note("another debugger is connected to " + target
                    + ", and JDWP serves one at a time: the thread will be parked instead; disconnect the other and"
                    + " arm again to stop in the debugger");
            return Action.PARK;
        }
        connect(address);
        return Action.JDWP;
    }

    private void connect(String address) throws SessionException {
        Debugger connected = Debugger.connect(address, target, onStop, this::gone);
        synchronized (this) {
            debugger = connected;
        }
    }

    private void gone(Debugger ended) {
        boolean present;
        synchronized (this) {
            present = debugger == ended;
            if (present) {
                debugger = null;
            }
        }
        onGone.accept(present);
    }

    /** When the debugger that a thread was handed over to has left, it is ours again. Looks once a second. */
    void takeBack(List<PausedThread> paused) {
        DebuggedThread handed = null;
        for (PausedThread each : paused) {
            if (each instanceof DebuggedThread thread && thread.handedOverTo() != null) {
                handed = thread;
            }
        }
        if (handed == null || "".equals(handed.handedOverTo())) {
            otherWasThere = false;
            return;
        }
        if (System.nanoTime() - lookedForOthersAt < LOOK_FOR_OTHERS.toNanos()) {
            return;
        }
        lookedForOthersAt = System.nanoTime();
        int id = handed.id();
        try {
            String address = jdwp.read();
            if (address == null || address.isEmpty()) {
                otherWasThere = address != null;
            } else if (otherWasThere) {
                otherWasThere = false;
                connect(address);
                agent.ask("taking the thread back", bean -> {
                    bean.stopAgain(id);
                    return true;
                });
            }
        } catch (SessionException e) {
            agent.note("the thread was not taken back from the other debugger; resume it: " + e.getMessage());
        }
    }

    void letGo() {
        Debugger connected;
        synchronized (this) {
            connected = debugger;
            debugger = null;
        }
        if (connected != null) {
            connected.close();
        }
    }
}

package org.heapline.client.debug;

import com.sun.jdi.ObjectCollectedException;
import com.sun.jdi.ThreadGroupReference;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import java.util.ArrayList;
import java.util.List;

/** The program's other threads while one is stopped. Those of the JVM and of the connection to it are left alone. */
final class OtherThreads {
    private static final List<String> SPARED = List.of("RMI ", "JMX ", "heapline-", "Attach Listener");

    private final VirtualMachine machine;
    private final ThreadReference stopped;
    private final List<ThreadReference> suspended = new ArrayList<>();

    OtherThreads(VirtualMachine machine, ThreadReference stopped) {
        this.machine = machine;
        this.stopped = stopped;
    }

    synchronized boolean areSuspended() {
        return !suspended.isEmpty();
    }

    synchronized void suspend() {
        for (ThreadReference each : machine.allThreads()) {
            if (!each.equals(stopped) && isOfTheProgram(each)) {
                each.suspend();
                suspended.add(each);
            }
        }
    }

    synchronized void resume() {
        try {
            suspended.forEach(ThreadReference::resume);
        } catch (VMDisconnectedException e) {
            suspended.clear(); // the end of the connection has resumed them
        }
        suspended.clear();
    }

    private static boolean isOfTheProgram(ThreadReference thread) {
        try {
            String name = thread.name();
            ThreadGroupReference group = thread.threadGroup();
            boolean system =
                    group != null && List.of("system", "InnocuousThreadGroup").contains(group.name());
            return !system && SPARED.stream().noneMatch(name::startsWith);
        } catch (ObjectCollectedException e) {
            return false; // it has ended
        }
    }
}

package org.heapline.client;

import java.util.List;
import org.heapline.client.jvm.JvmList;

/** Attaches to the JVMs of the machine it runs on. */
public final class LocalAttacher implements Attacher {
    private final JvmList jvms = new JvmList();

    @Override
    public List<JvmProcess> list() {
        return jvms.list();
    }

    @Override
    public Session attach(long pid, Options options) throws AttachException {
        JvmProcess process = jvms.find(pid)
                .orElseThrow(() -> new AttachException(
                        ProcessHandle.of(pid).isPresent()
                                ? "PID " + pid + " is no JVM; see heapline list for those that are"
                                : "PID " + pid + " does not exist; see heapline list for the JVMs of this machine"));
        throw new AttachException("PID " + pid + " (" + process.name() + ") cannot be profiled by this build");
    }
}

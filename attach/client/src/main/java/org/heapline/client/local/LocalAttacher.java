package org.heapline.client.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.heapline.client.AttachException;
import org.heapline.client.Attacher;
import org.heapline.client.JvmProcess;
import org.heapline.client.Session;
import org.heapline.client.jvm.JvmList;
import org.heapline.client.jvm.LinuxProcess;
import org.heapline.client.session.JmxSession;

/** Attaches to the JVMs of the machine it runs on. */
public final class LocalAttacher implements Attacher {
    private static final Duration SHORTEST_INTERVAL = Duration.ofMillis(10);
    private static final Duration LONGEST_INTERVAL = Duration.ofMinutes(1);

    private final JvmList jvms = new JvmList();

    @Override
    public List<JvmProcess> list() {
        return jvms.list();
    }

    @Override
    public Optional<Path> workingFolder(long pid) {
        return LinuxProcess.of(pid).flatMap(LinuxProcess::workingFolder);
    }

    @Override
    public Session attach(long pid, Options options) throws AttachException {
        if (pid == ProcessHandle.current().pid()) {
            throw new AttachException("PID " + pid + " is Heapline itself; see heapline list for other JVMs");
        }
        JvmProcess process = jvms.find(pid)
                .orElseThrow(() -> new AttachException(
                        ProcessHandle.of(pid).isPresent()
                                ? "PID " + pid + " is no JVM; see heapline list for those that are"
                                : "PID " + pid + " does not exist; see heapline list for the JVMs of this machine"));
        return JmxSession.attach(process, jvms, checked(options));
    }

    /** An interval out of range is moved to its end. */
    static Options checked(Options options) {
        Duration interval = options.interval();
        if (interval.compareTo(SHORTEST_INTERVAL) < 0) {
            interval = SHORTEST_INTERVAL;
        } else if (interval.compareTo(LONGEST_INTERVAL) > 0) {
            interval = LONGEST_INTERVAL;
        }
        return new Options(
                options.patterns(), options.backend(), options.includeChildren(), interval, options.running());
    }
}

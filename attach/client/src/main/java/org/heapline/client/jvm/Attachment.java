package org.heapline.client.jvm;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.heapline.client.AttachException;
import org.jspecify.annotations.Nullable;

/** Talks to a JVM over its attach mechanism, never for longer than agreed, and says in one line why it did not work. */
public final class Attachment {
    /** How long a JVM may take to answer. */
    public static final Duration PATIENCE = Duration.ofSeconds(20);

    /** How long loading an agent may take. */
    public static final Duration LOAD_PATIENCE = Duration.ofSeconds(30);

    private static final ExecutorService CALLS = DaemonThreads.pool("heapline-attach");

    private Attachment() {}

    /** What is asked of an attached JVM. */
    @FunctionalInterface
    public interface Request<T> {
        T apply(VirtualMachine machine)
                throws IOException, AgentLoadException, AgentInitializationException, AttachException;
    }

    /**
     * Attaches, asks and detaches.
     *
     * @throws AttachException naming the target, the reason and the next step
     */
    public static <T> T with(long pid, String name, Duration patience, Request<T> request) throws AttachException {
        String target = "PID " + pid + " (" + name + ")";
        Future<T> answer = CALLS.submit(() -> {
            VirtualMachine machine = attach(pid);
            try {
                return request.apply(machine);
            } finally {
                machine.detach();
            }
        });
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new AttachException(
                    target + " did not answer within " + patience.toSeconds()
                            + " s; it may be suspended or hang, try again when it runs",
                    e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new AttachException(target + ": attaching was interrupted", e);
        } catch (ExecutionException e) {
            throw explain(pid, target, e.getCause());
        }
    }

    private static VirtualMachine attach(long pid) throws AttachNotSupportedException, IOException {
        try (AttachFile file = AttachFile.of(pid)) {
            return VirtualMachine.attach(Long.toString(pid));
        }
    }

    private static AttachException explain(long pid, String target, @Nullable Throwable cause) {
        if (cause instanceof AttachException known) {
            return known;
        }
        if (ProcessHandle.of(pid).isEmpty()) {
            return new AttachException(target + " has ended; see heapline list for the JVMs of this machine", cause);
        }
        String said = cause == null || cause.getMessage() == null ? String.valueOf(cause) : cause.getMessage();
        return new AttachException(
                target + " " + reason(cause, said.lines().findFirst().orElse("")), cause);
    }

    private static String reason(@Nullable Throwable cause, String said) {
        if (said.contains("Dynamic agent loading is not enabled")) {
            return "accepts no agents while it runs (-XX:-EnableDynamicAgentLoading); restart it without that option,"
                    + " or use heapline run";
        }
        if (said.contains("not permitted") || said.contains("not secure") || said.contains("Permission denied")) {
            return "belongs to another user; start Heapline as that user (" + said + ")";
        }
        if (said.contains("doesn't respond") || said.contains("VM not loaded") || said.contains("attach listener")) {
            return "does not answer; it may be suspended, still starting, or hang: try again when it runs (" + said
                    + ")";
        }
        if (cause instanceof AttachNotSupportedException) {
            return "does not support attaching (" + said + "); restart it without -XX:+DisableAttachMechanism, or use"
                    + " heapline run";
        }
        if (cause instanceof AgentLoadException) {
            return "cannot load the agent (" + said + "); if it runs in a container, start Heapline in there";
        }
        if (cause instanceof AgentInitializationException) {
            return "started the agent, which failed (" + said + "); what it printed is in the target's own output";
        }
        return "refused (" + said + "); if it has another bitness than Heapline's JDK, run Heapline with a JDK like it";
    }
}

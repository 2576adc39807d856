package org.heapline.views.fake;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.heapline.client.AttachException;
import org.heapline.client.Attacher;
import org.heapline.client.JvmProcess;
import org.heapline.client.Running;
import org.heapline.client.RunningFramesException;
import org.heapline.client.Session;
import org.heapline.protocol.RunningFrame;
import org.jspecify.annotations.Nullable;

/** A machine with the JVMs a test puts on it. */
public final class FakeAttacher implements Attacher {
    /** What {@link #list} answers. */
    public volatile List<JvmProcess> jvms = List.of();

    /** What {@link #attach} answers, or null to fail. */
    public volatile @Nullable Session session;

    /** What is running in classes to be profiled; asked about unless the options have an answer. */
    public volatile List<RunningFrame> running = List.of();

    /** The answers about running frames of each call of {@link #attach}. */
    public final List<Running> answers = Collections.synchronizedList(new ArrayList<>());

    /** Attaching waits for this where it is set. */
    public volatile @Nullable CountDownLatch gate;

    /** Process ids of each call of {@link #attach}. */
    public final List<Long> attached = Collections.synchronizedList(new ArrayList<>());

    /** A machine as in the sketch of the main window. */
    public static FakeAttacher ordinary() {
        FakeAttacher machine = new FakeAttacher();
        machine.jvms = List.of(
                jvm(48213, "orders-service", "21.0.4", Duration.ofMinutes(134), false, null),
                jvm(3120, "kafka.Kafka", "17.0.12", Duration.ofDays(6), true, null),
                jvm(2044, "IntelliJ IDEA", "21.0.5", Duration.ofHours(9), false, null),
                jvm(50911, "Maven: verify", "17.0.15", Duration.ofSeconds(12), false, null),
                jvm(812, "postgres-exporter", "", Duration.ofDays(2), false, "belongs to another user"));
        return machine;
    }

    /** A JVM that has been up for a while. */
    public static JvmProcess jvm(
            long pid, String name, String jdk, Duration uptime, boolean jdwp, @Nullable String whyNot) {
        return new JvmProcess(
                pid, name, jdk, System.getProperty("user.name"), Instant.now().minus(uptime), jdwp, whyNot);
    }

    @Override
    public List<JvmProcess> list() {
        return jvms;
    }

    @Override
    public Session attach(long pid, Options options) throws AttachException {
        attached.add(pid);
        answers.add(options.running());
        CountDownLatch wait = gate;
        if (wait != null) {
            try {
                wait.await();
            } catch (InterruptedException e) {
                throw new AttachException("process " + pid + ": interrupted", e);
            }
        }
        if (options.running() == Running.ASK && !running.isEmpty()) {
            throw new RunningFramesException("process " + pid, running);
        }
        Session answer = session;
        if (answer == null) {
            throw new AttachException("process " + pid + " does not answer: it may be stopped; try again");
        }
        return answer;
    }
}

package org.heapline.tests.attach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.heapline.client.AttachException;
import org.heapline.client.Attacher;
import org.heapline.client.JvmProcess;
import org.heapline.client.Running;
import org.heapline.client.Session;
import org.heapline.client.jvm.JvmList;
import org.heapline.client.local.LocalAttacher;
import org.heapline.profile.Backend;
import org.heapline.tests.harness.Await;
import org.heapline.tests.harness.Jdk;
import org.heapline.tests.harness.TargetProgram;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the list of JVMs knows of them without attaching: with every collector, their used heap. */
class ListedIT {
    private static final Duration BOUND = Duration.ofSeconds(60);
    private static final long LARGEST_HEAP = 512L << 20;

    private static final Attacher.Options PROFILED = new Attacher.Options(
            List.of(Service.ALL), Backend.ALLOCATED, false, Duration.ofMillis(100), Running.LEAVE_OUT);

    private final JvmList jvms = new JvmList();

    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void usedHeapIsKnownWithoutAttaching(Jdk jdk) throws IOException, InterruptedException {
        for (String collector : new String[] {"Serial", "Parallel", "G1", "Z"}) {
            try (TargetProgram target = Service.start(jdk, "-XX:+Use" + collector + "GC")) {
                collect(jdk, target);
                Await.until(
                        collector + " to publish its heap",
                        BOUND,
                        () -> listed(target).heapUsed() > 0);
                long used = listed(target).heapUsed();
                assertTrue(used <= LARGEST_HEAP, collector + ": " + used);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void aJvmThatPublishesNothingIsListedAllTheSame(Jdk jdk) {
        try (TargetProgram target = Service.start(jdk, "-XX:-UsePerfData")) {
            JvmProcess listed = listed(target);
            assertEquals(-1, listed.heapUsed());
            assertEquals("ServiceMain", listed.name());
        }
    }

    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void aJvmWithASessionSaysWhose(Jdk jdk) throws AttachException {
        try (TargetProgram target = Service.start(jdk)) {
            assertEquals(0, listed(target).profiledBy());
            try (Session session = new LocalAttacher().attach(target.pid(), PROFILED)) {
                assertEquals(target.pid(), session.process().pid());
                assertEquals(ProcessHandle.current().pid(), listed(target).profiledBy());
            }
            assertEquals(0, listed(target).profiledBy());
        }
    }

    /** Some collectors publish their figures when they have collected. */
    private static void collect(Jdk jdk, TargetProgram target) throws IOException, InterruptedException {
        String jcmd = jdk.home().resolve("bin").resolve("jcmd").toString();
        Process process = new ProcessBuilder(jcmd, Long.toString(target.pid()), "GC.run")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectErrorStream(true)
                .start();
        assertEquals(0, process.waitFor());
    }

    private JvmProcess listed(TargetProgram target) {
        return jvms.find(target.pid()).orElseThrow(() -> target.failure("is not listed"));
    }
}

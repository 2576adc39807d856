package org.heapline.tests.maxmem;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.heapline.client.AttachException;
import org.heapline.client.Attacher;
import org.heapline.client.MaxMem;
import org.heapline.client.PausedThread;
import org.heapline.client.Session;
import org.heapline.client.local.LocalAttacher;
import org.heapline.profile.Backend;
import org.heapline.profile.Trip;
import org.heapline.tests.harness.Await;
import org.heapline.tests.harness.Jdk;
import org.heapline.tests.harness.TargetProgram;
import org.heapline.tests.harness.TargetSources;

/** The target that can be made to exceed every kind of limit. */
final class Limits {
    static final String JDWP = "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,quiet=y,address=127.0.0.1:0";
    static final String PACKAGE = "org.heapline.targets.limits.";
    static final String ALL = PACKAGE + "*";
    static final Duration BOUND = Duration.ofSeconds(60);
    static final long MIB = 1 << 20;

    private static final String FOLDER = "org/heapline/targets/limits/";

    private Limits() {}

    static TargetProgram start(Jdk jdk, String... flags) {
        return TargetProgram.start(jdk, sources(), PACKAGE + "LimitsMain", flags);
    }

    private static TargetSources sources() {
        return TargetSources.compiled("limits", "--release", "8", "-g", "-nowarn", "-Xlint:-options");
    }

    static Path classes() {
        return sources().classes();
    }

    static int lineOf(String simpleClass, String text) {
        return sources().lineOf(FOLDER + simpleClass + ".java", text);
    }

    static Session attach(TargetProgram target) throws AttachException {
        return attach(target, ALL);
    }

    static Session attach(TargetProgram target, String pattern) throws AttachException {
        Session session = new LocalAttacher()
                .attach(
                        target.pid(),
                        new Attacher.Options(List.of(pattern), Backend.ALLOCATED, false, Duration.ofMillis(50)));
        target.awaitProfiled();
        return session;
    }

    static MaxMem.Limit park(long bytes, MaxMem.Memory memory) {
        return new MaxMem.Limit(bytes, memory, MaxMem.Action.PARK);
    }

    static PausedThread awaitPaused(Session session) {
        Await.until("a thread to be stopped", BOUND, () -> session.maxMem().paused() != null);
        PausedThread paused = session.maxMem().paused();
        assertNotNull(paused);
        return paused;
    }

    static Trip awaitTrip(Session session) {
        Await.until("a trip", BOUND, () -> session.maxMem().trip() != null);
        Trip trip = session.maxMem().trip();
        assertNotNull(trip);
        return trip;
    }
}

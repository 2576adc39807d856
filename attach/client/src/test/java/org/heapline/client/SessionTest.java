package org.heapline.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.heapline.client.local.LocalAttacher;
import org.heapline.profile.Backend;
import org.heapline.profile.LineStats;
import org.heapline.profile.MethodStats;
import org.heapline.profile.Snapshot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SessionTest {
    private static final Attacher.Options ON_BUY = new Attacher.Options(
            List.of(Shop.class.getName() + "#buy"), Backend.ALLOCATED, false, Duration.ofMillis(50));

    private TestTarget target;
    private Session session;

    @BeforeEach
    void attach() throws AttachException, InterruptedException {
        target = TestTarget.start(Shop.Door.class);
        session = new LocalAttacher().attach(target.pid(), ON_BUY);
        awaitProbes(session);
    }

    @AfterEach
    void end() {
        session.close();
        target.close();
    }

    static void awaitProbes(Session session) throws InterruptedException {
        TestTarget.await(
                "the probes",
                () -> session.progress().getMethods() > 0 && !session.progress().isBusy());
    }

    private void tell(String order) throws IOException {
        target.send(order);
        target.awaitLine("done");
    }

    private LineStats bought() {
        return bought(session.snapshot());
    }

    static LineStats bought(Snapshot snapshot) {
        MethodStats buy = snapshot.methods().stream()
                .filter(method -> method.method().equals("buy"))
                .findFirst()
                .orElseThrow();
        return buy.lines().stream()
                .filter(line -> line.line() == Places.lineOf("bought"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aCancelledChangeGoesBackToWhatWasProfiledBefore() throws Exception {
        List<String> before = session.wanted();
        assertFalse(session.cancel(), "there was nothing before the first choice");
        session.want(List.of(Shop.class.getName() + "#fill"), Backend.ALLOCATED, false);
        assertTrue(session.cancel());
        assertEquals(before, session.wanted());
        awaitProbes(session);
        tell("buy 5");
        session.refresh();
        assertTrue(bought().occurrences() >= 5, bought().toString());
    }

    @Test
    void anAttachThatIsInterruptedLeavesTheTargetFree() throws Exception {
        for (int millis = 1; millis <= 401; millis += 200) {
            session.close();
            AtomicReference<Session> late = new AtomicReference<>();
            Thread attaching = new Thread(() -> {
                try {
                    late.set(new LocalAttacher().attach(target.pid(), ON_BUY));
                } catch (AttachException interrupted) {
                    late.set(null);
                }
            });
            attaching.start();
            attaching.join(millis);
            attaching.interrupt();
            attaching.join();
            Session all = late.get();
            if (all != null) {
                all.close();
            }
            // Whatever was begun has come to its end when somebody else is let in.
            TestTarget.await("the target to be free", this::attached);
        }
        tell("buy 3");
        session.refresh();
        assertEquals(3, bought().occurrences());
    }

    private boolean attached() {
        try {
            session = new LocalAttacher().attach(target.pid(), ON_BUY);
            awaitProbes(session);
            return true;
        } catch (AttachException stillLeaving) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void holdsEverythingCountedBeforeARefresh() throws Exception {
        assertEquals(Session.State.ATTACHED, session.state());
        tell("buy 50");
        session.refresh();
        assertEquals(50, bought().occurrences());
        assertTrue(bought().incrementBytes() >= 50 * 1016, bought().toString());
        tell("buy 7");
        session.close();
        assertEquals(57, bought().occurrences());
        assertEquals(Session.State.DETACHED, session.state());
        assertTrue(session.snapshot().complete());
        assertTrue(assertThrows(SessionException.class, session::reset)
                .getMessage()
                .contains("no longer attached"));
    }

    @Test
    void readsHeapAndResidentSetAndTellsListeners() throws Exception {
        AtomicInteger updates = new AtomicInteger();
        try (Subscription unused = session.onUpdate(updates::incrementAndGet)) {
            TestTarget.await("updates", () -> updates.get() > 2);
        }
        assertTrue(session.latest().heapUsed() > 0 && session.latest().allocated() > 0);
        assertTrue(session.snapshot().timeline().size() > 2);
        if (OS.LINUX.isCurrentOs()) {
            assertTrue(session.latest().rss() > session.latest().heapUsed() / 2);
        }
        long collections = session.latest().gcCount();
        session.collect();
        session.refresh();
        assertTrue(session.latest().gcCount() > collections);
    }

    @Test
    void takesUpOtherPatternsAndOtherBackends() throws Exception {
        tell("buy 50");
        session.want(List.of(Shop.class.getName() + "#buy", Shop.class.getName() + "#fill"), Backend.ALLOCATED, false);
        TestTarget.await(
                "both methods",
                () -> session.snapshot().methods().size() == 2
                        && !session.progress().isBusy());
        session.refresh();
        assertEquals(50, bought().occurrences());

        session.want(List.of(Shop.class.getName() + "#buy"), Backend.HEAP, false);
        assertEquals(Backend.HEAP, session.snapshot().backend());
        TestTarget.await(
                "the method again",
                () -> session.snapshot().methods().size() == 1
                        && !session.progress().isBusy());
        tell("buy 3");
        session.refresh();
        assertEquals(3, bought().occurrences());

        session.reset();
        assertEquals(0, bought().occurrences());
        assertThrows(SessionException.class, () -> session.want(List.of("no pattern!"), Backend.HEAP, false));
    }

    @Test
    void looksIntoTheTargetsClasses() throws Exception {
        assertEquals(Shop.class.getName(), session.findClasses("client.shop", 5).get(0));
        assertTrue(session.methodsOf(Shop.class.getName()).contains("buy(I)V"));
        assertEquals((byte) 0xCA, session.classFile(Shop.class.getName())[0]);
        assertEquals(
                Path.of(Shop.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI()),
                session.sourcePlaces().classPath().get(0));
    }

    @Test
    void writesAHeapDumpAndLeavesExistingFilesAlone(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("shop.hprof");
        session.heapDump(file, true);
        assertTrue(Files.size(file) > 100_000);
        assertTrue(refusal(file).contains("exists already"));
        assertTrue(refusal(folder.resolve("shop.txt")).contains(".hprof"));
        assertTrue(refusal(folder.resolve("none/shop.hprof")).contains("does not exist"));
    }

    private String refusal(Path file) {
        return assertThrows(SessionException.class, () -> session.heapDump(file, false))
                .getMessage();
    }

    @Test
    void keepsEverythingWhenTheTargetIsKilled() throws Exception {
        tell("buy 50");
        session.refresh();
        target.process().destroyForcibly();
        TestTarget.await("the loss to be seen", () -> session.state() == Session.State.LOST);
        assertEquals(50, bought().occurrences());
        assertFalse(session.snapshot().complete());
        assertTrue(assertThrows(SessionException.class, session::refresh)
                .getMessage()
                .contains("has ended"));
        session.close();
        assertEquals(Session.State.LOST, session.state());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void outlastsATargetThatIsSuspended() throws Exception {
        tell("buy 50");
        target.signal("STOP");
        TestTarget.await("the silence to be noticed", () -> session.state() == Session.State.SILENT);
        assertFalse(session.snapshot().complete());
        assertTimeout(
                Duration.ofSeconds(60), () -> assertThrows(SessionException.class, () -> session.findClasses("", 1)));
        target.signal("CONT");
        TestTarget.await("the answer", () -> session.state() == Session.State.ATTACHED);
        tell("buy 5");
        session.refresh();
        assertEquals(55, bought().occurrences());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void closesInTimeThoughTheTargetIsSuspended() throws Exception {
        target.signal("STOP");
        assertTimeout(Duration.ofSeconds(60), session::close);
    }
}

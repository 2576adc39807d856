package org.heapline.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.heapline.client.local.LocalAttacher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class LocalAttacherTest {
    private final LocalAttacher attacher = new LocalAttacher();

    private JvmProcess row(long pid) {
        return attacher.list().stream()
                .filter(jvm -> jvm.pid() == pid)
                .findFirst()
                .orElseThrow();
    }

    private String refusal(long pid) {
        String message = assertThrows(AttachException.class, () -> attacher.attach(pid, Attacher.Options.defaults())
                        .close())
                .getMessage();
        assertEquals(1, message.lines().count(), message);
        assertTrue(message.startsWith("PID " + pid), message);
        return message;
    }

    @Test
    void listsAJvmWithNameVersionUserAndStart() {
        try (TestTarget target = TestTarget.start(TestTarget.Idle.class)) {
            JvmProcess row = row(target.pid());
            assertEquals("TestTarget$Idle", row.name());
            assertEquals(System.getProperty("java.version"), row.jdk());
            assertEquals(ProcessHandle.current().info().user().orElseThrow(), row.user());
            assertNotNull(row.startedAt());
            assertTrue(Duration.between(row.startedAt(), Instant.now()).toMinutes() < 5);
            assertTrue(row.attachable() && !row.jdwp(), row.toString());
        }
    }

    @Test
    void listsAJvmThatPublishesNothing() {
        try (TestTarget target = TestTarget.start(TestTarget.Idle.class, "-XX:-UsePerfData")) {
            assertEquals("TestTarget$Idle", row(target.pid()).name());
        }
    }

    @Test
    void marksJvmsWithADebuggerAgent() {
        try (TestTarget target = TestTarget.start(
                TestTarget.Idle.class,
                "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=localhost:0,quiet=y")) {
            assertTrue(row(target.pid()).jdwp());
        }
    }

    @Test
    void leavesItselfOut() {
        long own = ProcessHandle.current().pid();
        assertTrue(attacher.list().stream().noneMatch(jvm -> jvm.pid() == own));
        assertTrue(refusal(own).contains("Heapline itself"));
    }

    @Test
    void saysThatAttachingIsDisabled() {
        try (TestTarget target = TestTarget.start(TestTarget.Idle.class, "-XX:+DisableAttachMechanism")) {
            String whyNot = row(target.pid()).whyNot();
            assertNotNull(whyNot);
            assertTrue(whyNot.contains("-XX:+DisableAttachMechanism"), whyNot);
            assertTrue(refusal(target.pid()).contains("-XX:+DisableAttachMechanism"));
            assertTrue(target.process().isAlive(), "looking must not harm it");
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aStoppedJvmHoldsNeitherTheListNorAnAttempt() throws Exception {
        try (TestTarget target = TestTarget.start(TestTarget.Idle.class)) {
            target.signal("STOP");
            TestTarget.await("the row to say so", () -> !row(target.pid()).attachable());
            assertTimeout(Duration.ofSeconds(30), () -> {
                assertTrue(row(target.pid()).whyNot().contains("kill -CONT " + target.pid()));
                assertTrue(refusal(target.pid()).contains("is stopped"));
            });
            target.signal("CONT");
            TestTarget.await("the row to recover", () -> row(target.pid()).attachable());
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void doesNotKnockAtAJvmThatTheKnockWouldEnd() {
        try (TestTarget target = TestTarget.start(TestTarget.Idle.class, "-Xrs", "-XX:+DisableAttachMechanism")) {
            refusal(target.pid());
            assertTrue(target.process().isAlive());
        }
    }

    @Test
    void saysThatThereIsNoSuchProcess() {
        assertTrue(refusal(999_999_999L).contains("does not exist"));
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void saysThatAProcessIsNoJvm() throws Exception {
        Process sleep = new ProcessBuilder("sleep", "60").start();
        try {
            assertTrue(refusal(sleep.pid()).contains("is no JVM"));
            assertTrue(attacher.list().stream().noneMatch(jvm -> jvm.pid() == sleep.pid()));
        } finally {
            sleep.destroyForcibly();
        }
    }

    @Test
    void forgetsAJvmThatHasEnded() {
        long pid;
        try (TestTarget target = TestTarget.start(TestTarget.Idle.class)) {
            pid = target.pid();
            row(pid);
        }
        assertEquals(
                List.of(),
                attacher.list().stream().filter(jvm -> jvm.pid() == pid).toList());
    }
}

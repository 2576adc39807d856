package org.heapline.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.heapline.client.local.RunLauncher;
import org.heapline.profile.Backend;
import org.heapline.profile.Snapshot;
import org.junit.jupiter.api.Test;

class RunLauncherTest {
    private static final Attacher.Options ON_BUY = new Attacher.Options(
            List.of(Shop.class.getName() + "#buy"), Backend.ALLOCATED, false, Duration.ofMillis(50));

    private static List<String> shop(String... options) throws Exception {
        List<String> command = new ArrayList<>(List.of(options));
        Path classes = Path.of(
                Shop.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        command.addAll(List.of("-cp", classes.toString(), Shop.Door.class.getName(), "1234"));
        return command;
    }

    @Test
    void countsFromTheFirstLineToTheLastThoughTheProgramEndsAtOnce() throws Exception {
        try (LaunchedTarget target = new RunLauncher().launch(shop(), ON_BUY)) {
            assertEquals(0, target.await());
            Snapshot snapshot = target.session().snapshot();
            assertEquals(Session.State.LOST, target.session().state());
            assertTrue(snapshot.complete());
            assertEquals("Shop$Door", snapshot.target().name());
            assertEquals(1234, SessionTest.bought(snapshot).occurrences());
        }
    }

    @Test
    void countsWhatCannotBeAttachedTo() throws Exception {
        try (LaunchedTarget target = new RunLauncher().launch(shop("-XX:+DisableAttachMechanism"), ON_BUY)) {
            assertEquals(0, target.await());
            assertEquals(1234, SessionTest.bought(target.session().snapshot()).occurrences());
        }
    }

    @Test
    void stopsAtALimitThatIsExceededBeforeAnybodyCouldArm() throws Exception {
        MaxMem.Limit limit = new MaxMem.Limit(1, MaxMem.Memory.HEAP, MaxMem.Action.AUTO);
        try (LaunchedTarget target = new RunLauncher().launch(shop(), ON_BUY, List.of(limit))) {
            target.session().maxMem().arm(limit);
            TestTarget.await("the stop", () -> target.session().maxMem().paused() != null);
            PausedThread paused = target.session().maxMem().paused();
            assertEquals("buy", paused.trip().method());
            assertTrue(target.process().isAlive());
            paused.resume();
            assertEquals(0, target.await());
            assertEquals(1234, SessionTest.bought(target.session().snapshot()).occurrences());
        }
    }

    @Test
    void passesTheExitCodeOn() throws Exception {
        try (LaunchedTarget target = new RunLauncher().launch(List.of("-cp", "nowhere", "no.such.Main"), ON_BUY)) {
            assertEquals(1, target.await());
            assertEquals(List.of(), target.session().snapshot().methods());
        }
    }

    @Test
    void refusesToRunNothing() {
        assertThrows(AttachException.class, () -> new RunLauncher().launch(List.of(), ON_BUY));
    }
}

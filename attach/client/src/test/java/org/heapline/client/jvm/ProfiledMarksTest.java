package org.heapline.client.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.heapline.client.AgentJars;
import org.heapline.client.TestTarget;
import org.junit.jupiter.api.Test;

class ProfiledMarksTest {
    private static final long OWN = ProcessHandle.current().pid();

    @Test
    void tellsWhoHasASessionAndForgetsIt() {
        try (TestTarget target = TestTarget.start(TestTarget.Idle.class)) {
            assertEquals(0, client(target));
            ProfiledMarks.put(target.pid());
            assertEquals(OWN, client(target));
            ProfiledMarks.remove(target.pid());
            assertEquals(0, client(target));
        }
    }

    @Test
    void whatIsLeftBehindCountsForNothing() throws IOException {
        try (TestTarget target = TestTarget.start(TestTarget.Idle.class)) {
            long gone;
            try (TestTarget other = TestTarget.start(TestTarget.Idle.class)) {
                gone = other.pid();
            }
            Path mark = AgentJars.ownFolder().resolve(target.pid() + ".profiled");
            for (String text : List.of(Long.toString(gone), "", "-1", "nobody", "1234567890123456789012345")) {
                Files.writeString(mark, text);
                assertEquals(0, client(target), text);
            }
            Path killed = Files.writeString(AgentJars.ownFolder().resolve("1.profiled"), Long.toString(gone));
            ProfiledMarks.put(target.pid());
            assertFalse(Files.exists(killed), "what a killed process left is taken away");
            Instant later = Instant.now().plusSeconds(60);
            assertEquals(0, ProfiledMarks.clientOf(target.pid(), later), "of an earlier process with this id");
            ProfiledMarks.remove(target.pid());
        }
    }

    private static long client(TestTarget target) {
        return ProfiledMarks.clientOf(target.pid(), Instant.EPOCH);
    }
}

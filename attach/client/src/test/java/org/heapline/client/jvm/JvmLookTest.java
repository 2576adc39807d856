package org.heapline.client.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.heapline.client.JvmProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class JvmLookTest {
    @TempDir
    Path folder;

    @Test
    void whatAnotherProcessOfTheSameNumberPublishedMakesNoJvm() throws Exception {
        Process none = new ProcessBuilder("sleep", "600").start();
        try {
            Path published = Files.write(folder.resolve("published"), new byte[0]);
            assertEquals(Optional.empty(), JvmLook.at(none.pid(), published));
        } finally {
            none.destroyForcibly();
        }
    }

    @Test
    void aJvmIsOneWithoutPublishingAnything() {
        Optional<JvmProcess> found = JvmLook.at(ProcessHandle.current().pid(), null);
        assertTrue(found.isPresent());
    }
}

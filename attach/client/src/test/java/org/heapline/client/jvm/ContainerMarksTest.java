package org.heapline.client.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContainerMarksTest {
    @TempDir
    Path process;

    @ParameterizedTest
    @CsvSource({
        "0::/system.slice/docker-4f1c0a9b.scope, true",
        "12:memory:/docker/4f1c0a9b, true",
        "0::/kubepods.slice/kubepods-burstable.slice/cri-containerd-77aa.scope, true",
        "0::/machine.slice/libpod-9be1.scope/container, true",
        "1:name=systemd:/lxc/build-box, true",
        "0::/user.slice/user-1000.slice/user@1000.service/app.slice/idea.scope, false",
        "0::/system.slice/docker.service, false",
        "0::/, false"
    })
    void theControlGroupTells(String line, boolean contained) throws Exception {
        Files.writeString(process.resolve("cgroup"), line + "\n");
        assertEquals(contained, ContainerMarks.isContained(process));
    }

    @Test
    void whereTheControlGroupIsHiddenTheRootOfItsFilesTells() throws Exception {
        Files.writeString(process.resolve("cgroup"), "0::/\n");
        Path root = Files.createDirectory(process.resolve("root"));
        assertFalse(ContainerMarks.isContained(process));
        Files.createFile(root.resolve(".dockerenv"));
        assertTrue(ContainerMarks.isContained(process));
    }

    @Test
    void aProcessThatIsGoneIsInNone() {
        assertFalse(ContainerMarks.isContained(process.resolve("4711")));
    }
}

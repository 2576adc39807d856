package org.heapline.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads control groups of both versions as Linux writes them, from a folder. */
class ContainerMemoryTest {
    private static final long MIB = 1 << 20;

    @TempDir
    Path root;

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text + "\n");
    }

    private ContainerMemory read() {
        return new ContainerMemory(root.toFile());
    }

    @Test
    void versionTwoInsideAContainer() throws IOException {
        write("proc/self/cgroup", "0::/");
        write("sys/fs/cgroup/memory.max", "536870912");
        write("sys/fs/cgroup/memory.current", "104857600");
        write("sys/fs/cgroup/memory.stat", "anon 4096\nfile 31457280\ninactive_file 20971520\nactive_file 10485760");
        assertEquals(512 * MIB, read().limit());
        assertEquals(80 * MIB, read().used(), "files that were only read are taken back before anything is killed");
    }

    @Test
    void versionTwoTakesTheTightestOfTheGroupsAround() throws IOException {
        write("proc/self/cgroup", "0::/system.slice/app.service/worker");
        write("sys/fs/cgroup/system.slice/memory.max", "1073741824");
        write("sys/fs/cgroup/system.slice/memory.current", "900");
        write("sys/fs/cgroup/system.slice/app.service/memory.max", "268435456");
        write("sys/fs/cgroup/system.slice/app.service/memory.current", "134217728");
        write("sys/fs/cgroup/system.slice/app.service/worker/memory.max", "max");
        write("sys/fs/cgroup/system.slice/app.service/worker/memory.current", "700");
        assertEquals(256 * MIB, read().limit());
        assertEquals(128 * MIB, read().used());
    }

    @Test
    void versionTwoWithoutALimit() throws IOException {
        write("proc/self/cgroup", "0::/user.slice");
        write("sys/fs/cgroup/user.slice/memory.max", "max");
        write("sys/fs/cgroup/user.slice/memory.current", "4096");
        assertEquals(-1, read().limit());
        assertEquals(4096, read().used());
    }

    @Test
    void versionOneInItsOwnGroup() throws IOException {
        write("proc/self/cgroup", "12:cpu,cpuacct:/batch\n5:memory:/batch/job\n1:name=systemd:/init.scope");
        write("sys/fs/cgroup/memory/batch/job/memory.limit_in_bytes", "104857600");
        write("sys/fs/cgroup/memory/batch/job/memory.usage_in_bytes", "52428800");
        write("sys/fs/cgroup/memory/batch/job/memory.stat", "inactive_file 0\ntotal_inactive_file 10485760");
        write("sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712");
        write("sys/fs/cgroup/memory/memory.usage_in_bytes", "8589934592");
        assertEquals(100 * MIB, read().limit());
        assertEquals(40 * MIB, read().used());
    }

    @Test
    void versionOneInAContainerThatSeesThePathOfTheMachineOutside() throws IOException {
        write("proc/self/cgroup", "4:memory:/docker/0123abc\n0::/system.slice/docker.service");
        write("sys/fs/cgroup/memory/memory.limit_in_bytes", "209715200");
        write("sys/fs/cgroup/memory/memory.usage_in_bytes", "1048576");
        assertEquals(200 * MIB, read().limit());
        assertEquals(MIB, read().used());
    }

    @Test
    void withoutControlGroupsThereIsNothingToRead() throws IOException {
        assertEquals(-1, read().limit());
        assertEquals(-1, read().used());
        write("proc/self/cgroup", "0::/");
        assertEquals(-1, read().used());
        write("sys/fs/cgroup/memory.current", "no number");
        assertEquals(-1, read().used());
    }
}

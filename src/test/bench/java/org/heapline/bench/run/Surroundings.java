package org.heapline.bench.run;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.heapline.bench.yardstick.YardstickAgent;
import org.heapline.client.AgentJars;

/**
 * What the targets need.
 *
 * @param classPath the workloads and their libraries
 * @param agent the jar of Heapline's agent
 * @param yardstick the jar of the yardstick's agent
 */
record Surroundings(String classPath, Path agent, Path yardstick) {
    static Surroundings prepare(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path yardstick = folder.resolve("yardstick.jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", YardstickAgent.class.getName());
        try (OutputStream out = Files.newOutputStream(yardstick);
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            jar.finish(); // the manifest is all: the classes are on the target's class path
        }
        return new Surroundings(targetClassPath(), AgentJars.unpack(), yardstick);
    }

    /** Of our own class path only what the workloads and the yardstick stand on. */
    private static String targetClassPath() {
        return Arrays.stream(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                        .split(File.pathSeparator))
                .filter(entry -> entry.endsWith("test-classes")
                        || Path.of(entry).getFileName().toString().matches("(jackson|asm)-.*\\.jar"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}

package org.heapline.bench.run;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.heapline.bench.yardstick.YardstickAgent;
import org.heapline.client.AgentJars;

/**
 * What the targets need.
 *
 * @param classPath the workloads and their libraries
 * @param agent the jar of Heapline's agent
 * @param yardstick the jar of the yardstick's agent
 * @param libraries jars with some 2,000 classes
 */
record Surroundings(String classPath, Path agent, Path yardstick, List<String> libraries) {
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
        return new Surroundings(
                String.join(File.pathSeparator, ofOurClassPath("test-classes|(h2|jackson|asm)-.*\\.jar")),
                AgentJars.unpack(),
                yardstick,
                ofOurClassPath("(h2|jackson)-.*\\.jar"));
    }

    private static List<String> ofOurClassPath(String names) {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(all.split(File.pathSeparator))
                .filter(entry -> Path.of(entry).getFileName().toString().matches(names))
                .toList();
    }

    /** Starts a program of this module and waits until it is ready. */
    TargetProcess start(Jdk jdk, List<String> jvmOptions, Class<?> main, String... arguments) throws IOException {
        return new TargetProcess(jdk, jvmOptions, classPath, main.getName(), List.of(arguments));
    }
}

package org.heapline.tests.harness;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The compilers of the JVM's other languages, each in a JVM of its own, for sources that come with a target. */
final class OtherCompilers {
    private static final Duration BOUND = Duration.ofSeconds(150);
    private static final List<String> FLAGS = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m");

    private OtherCompilers() {}

    /** What their classes need to run. */
    static String libraries() {
        return String.join(
                File.pathSeparator,
                HeaplineCli.jar("kotlin-stdlib-[0-9.]+\\.jar"),
                HeaplineCli.jar("scala-library-.*\\.jar"),
                HeaplineCli.jar("groovy-[0-9.]+\\.jar"));
    }

    /**
     * Compiles what javac left alone.
     *
     * @param files all source files
     * @param classes where the classes are and go
     */
    static void compile(List<Path> files, Path classes) {
        String classPath = classes + File.pathSeparator + libraries();
        run(
                "org.jetbrains.kotlin.cli.jvm.K2JVMCompiler",
                List.of("-no-stdlib", "-no-reflect", "-jvm-target", "1.8", "-nowarn", "-cp", classPath),
                of(files, ".kt"),
                classes);
        run("scala.tools.nsc.Main", List.of("-nowarn", "-cp", classPath), of(files, ".scala"), classes);
        run("org.codehaus.groovy.tools.FileSystemCompiler", List.of("-cp", classPath), of(files, ".groovy"), classes);
    }

    private static List<String> of(List<Path> files, String extension) {
        return files.stream()
                .map(Path::toString)
                .filter(file -> file.endsWith(extension))
                .toList();
    }

    private static void run(String compiler, List<String> options, List<String> files, Path classes) {
        if (files.isEmpty()) {
            return;
        }
        List<String> command = new ArrayList<>(List.of(Jdks.running().java().toString()));
        command.addAll(FLAGS);
        command.addAll(List.of("-cp", HeaplineCli.classPath(), compiler, "-d", classes.toString()));
        command.addAll(options);
        command.addAll(files);
        try (RunningProcess process = RunningProcess.start(command.toArray(String[]::new))) {
            if (process.awaitExit(BOUND) != 0) {
                throw process.failure("did not compile a target");
            }
        }
    }
}

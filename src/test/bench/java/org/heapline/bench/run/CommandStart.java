package org.heapline.bench.run;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How long a command takes from its start to its end, with the options that the launcher gives it. */
final class CommandStart implements Measure {
    private static final int TIMES = 5;

    /** The application is there when all modules were built; a build of the benchmarks alone has no such figure. */
    @Override
    public List<Figure> on(Jdk jdk, Surroundings surroundings) throws IOException, InterruptedException {
        Path application = application();
        if (!Files.isDirectory(application.resolve("lib"))) {
            return List.of();
        }
        List<String> command = List.of(
                jdk.java(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-cp",
                jar(application) + File.pathSeparator + application.resolve("lib") + File.separator + "*",
                "org.heapline.app.Main",
                "list");
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            long began = System.nanoTime();
            int code = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IOException("heapline list ended with " + code + "; what it printed stands above");
            }
            millis.add(Measure.millisSince(began));
        }
        return List.of(Figure.plain("heapline list, start to end", jdk.feature(), Measure.median(millis), "ms"));
    }

    /** Where the build leaves it; the benchmarks run in the folder of their module. */
    private static Path application() {
        return Path.of("").toAbsolutePath().resolve("../../../app/target").normalize();
    }

    private static Path jar(Path application) throws IOException {
        try (Stream<Path> files = Files.list(application)) {
            return files.filter(file -> file.getFileName().toString().matches("heapline-app-[^-]*(-SNAPSHOT)?\\.jar"))
                    .findFirst()
                    .orElseThrow(
                            () -> new IOException("no application's jar in " + application + "; build all modules"));
        }
    }
}

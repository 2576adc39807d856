package org.heapline.app.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The demo program in a JVM of its own. Closing it ends that JVM; so does the end of this one, however it comes. */
final class DemoTarget implements AutoCloseable {
    private static final String MAIN = "org.heapline.demo.Demo";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Process process;
    private final Thread reaper;

    private DemoTarget(Process process) {
        this.process = process;
        this.reaper = new Thread(process::destroyForcibly, "heapline-demo-reaper");
        Runtime.getRuntime().addShutdownHook(reaper);
    }

    /**
     * Starts it with the Java that runs Heapline.
     *
     * @param options for that Java, beside the demo's own
     * @throws IOException if the demo's jar is missing or Java cannot be started
     */
    static DemoTarget start(String... options) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> command = new ArrayList<>(List.of(java.toString(), "-Xmx512m"));
        command.addAll(List.of(options));
        command.addAll(List.of(
                "-cp",
                classPath().toString(),
                MAIN,
                Long.toString(ProcessHandle.current().pid())));
        DemoTarget demo = new DemoTarget(
                new ProcessBuilder(command).redirectErrorStream(true).start());
        demo.awaitFirstWord();
        return demo;
    }

    /** Waits until the demo says that it runs; what it says then is read and thrown away, so that it never blocks. */
    private void awaitFirstWord() throws IOException {
        BufferedReader words = process.inputReader();
        if (words.readLine() == null) {
            close();
            throw new IOException("the demo program ended at once; start it by hand to see why: java -cp " + classPath()
                    + " " + MAIN);
        }
        Thread drain = new Thread(() -> drain(words), "heapline-demo-output");
        drain.setDaemon(true);
        drain.start();
    }

    private static void drain(BufferedReader words) {
        try {
            words.lines().forEach(line -> {});
        } catch (UncheckedIOException e) {
            return; // Ending the demo closes its output, sometimes in the middle of reading.
        }
    }

    /** The id of its process. */
    long pid() {
        return process.pid();
    }

    /** The demo's own jar, beside which its sources lie; among the classes when Heapline runs unpacked. */
    private static Path classPath() throws IOException {
        Path own;
        try {
            own = Path.of(DemoTarget.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IOException("cannot tell where Heapline itself is", e);
        }
        Path folder = own.toAbsolutePath().getParent();
        if (folder != null) {
            try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, "*-demo.jar")) {
                for (Path jar : jars) {
                    return jar;
                }
            }
        }
        if (Files.exists(own.resolve(MAIN.replace('.', '/') + ".class"))) {
            return own;
        }
        throw new IOException("the demo program is missing beside " + own + ": build Heapline again");
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        try {
            Runtime.getRuntime().removeShutdownHook(reaper);
        } catch (IllegalStateException e) {
            // The JVM is already going down and the hook has run or will run.
            process.destroyForcibly();
        }
    }
}

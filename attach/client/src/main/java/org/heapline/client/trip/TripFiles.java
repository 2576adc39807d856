package org.heapline.client.trip;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.heapline.client.Session;
import org.heapline.client.SessionException;
import org.heapline.profile.MemorySize;
import org.heapline.profile.Trip;
import org.heapline.profile.store.AtomicFile;

/**
 * Writes what a trip asks for while the thread stands. What cannot be written is said and costs nothing else: the other
 * files, the stop and the release still happen. All methods block.
 */
public final class TripFiles {
    private static final long COMMAND_MINUTES = 10;

    private final Session session;
    private final Outlet outlet;
    private boolean failed;

    public TripFiles(Session session, Outlet outlet) {
        this.session = session;
        this.outlet = outlet;
    }

    /** Where the files go, and who is told. */
    public interface Outlet {
        /** The folder for the files. */
        Path folder();

        /** How the files' names begin. */
        String name();

        /** Saves a snapshot of the session as it is now. */
        void saveSnapshot(Path file) throws SessionException, IOException;

        /** Tells the user what is being written or was written, on one line. */
        void say(String message);

        /** Tells the user what could not be done, on one line. */
        void failed(String message);

        /** Where the output of commands goes. */
        OutputStream output();
    }

    /** Whether something that was asked for is not there. */
    public boolean failed() {
        return failed;
    }

    /** Writes one thing or runs one command; nothing for the other actions. */
    public void carryOut(TripAction action, Trip trip) {
        try {
            switch (action.kind()) {
                case SNAPSHOT -> write("snapshot of the trip", free(".heapline"), outlet::saveSnapshot);
                case DUMP -> dump(action.has("live"), action.has("gz"));
                case HISTOGRAM -> {
                    String text = session.histogram(false);
                    write("class histogram of the trip", free("-histogram.txt"), file -> save(file, text));
                }
                case THREADS -> {
                    String text = session.threadDump();
                    write("thread dump of the trip", free("-threads.txt"), file -> save(file, text));
                }
                case RUN -> run(action.detail(), trip);
                default -> {
                    return;
                }
            }
        } catch (SessionException | IOException e) {
            fail(message(e));
        }
    }

    private void fail(String message) {
        failed = true;
        outlet.failed(message);
    }

    /** Writes a heap dump into the folder. */
    public void dump(boolean live, boolean compressed) throws SessionException, IOException {
        dump(free(compressed ? ".hprof.gz" : ".hprof"), live, compressed);
    }

    /** Writes a heap dump. */
    public void dump(Path file, boolean live, boolean compressed) throws SessionException, IOException {
        write(live ? "heap dump of the trip (live objects)" : "heap dump of the trip", file, target -> {
            if (compressed) {
                session.heapDumpCompressed(target, live);
            } else {
                session.heapDump(target, live);
            }
        });
    }

    private interface Writing {
        void to(Path file) throws SessionException, IOException;
    }

    private void write(String what, Path file, Writing writing) throws SessionException, IOException {
        Instant start = Instant.now();
        outlet.say("writing the " + what + " to " + file + " …");
        try {
            writing.to(file);
        } catch (IOException e) {
            throw new IOException("the " + what + " was not written: " + message(e), e);
        }
        outlet.say(String.format(
                Locale.ROOT,
                "%s written to %s (%s, %.1f s)",
                what,
                file,
                MemorySize.format(Files.size(file)),
                Duration.between(start, Instant.now()).toMillis() / 1000.0));
    }

    private static void save(Path file, String text) throws IOException {
        AtomicFile.write(file, out -> out.write(text));
    }

    /** Runs a command of the user's shell, which learns from its environment what has happened. */
    private void run(String command, Trip trip) throws IOException {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("win");
        ProcessBuilder builder =
                windows ? new ProcessBuilder("cmd", "/c", command) : new ProcessBuilder("sh", "-c", command);
        builder.environment()
                .put("HEAPLINE_PID", Long.toString(session.process().pid()));
        builder.environment().put("HEAPLINE_CLASS", trip.className());
        builder.environment().put("HEAPLINE_METHOD", trip.method());
        builder.environment().put("HEAPLINE_FILE", trip.file());
        builder.environment().put("HEAPLINE_LINE", Integer.toString(trip.line()));
        builder.environment().put("HEAPLINE_THREAD", trip.thread());
        builder.environment().put("HEAPLINE_MEMORY", trip.memory());
        builder.environment().put("HEAPLINE_BYTES", Long.toString(trip.currentBytes()));
        builder.environment().put("HEAPLINE_LIMIT", Long.toString(trip.limitBytes()));
        outlet.say("running " + command);
        // Its output is for people: data goes to stdout, and that is the report's.
        builder.redirectErrorStream(true).redirectInput(ProcessBuilder.Redirect.from(nothing(windows)));
        Process process = builder.start();
        try (var out = process.getInputStream()) {
            out.transferTo(outlet.output());
            boolean ended = process.waitFor(COMMAND_MINUTES, TimeUnit.MINUTES);
            if (!ended) {
                process.destroy();
            }
            if (!ended || process.exitValue() != 0) {
                fail(command
                        + (ended
                                ? " ended with " + process.exitValue()
                                : " was stopped after " + COMMAND_MINUTES + " minutes"));
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
        }
    }

    private static File nothing(boolean windows) {
        return new File(windows ? "NUL" : "/dev/null");
    }

    /** A file of that kind in the folder that does not exist yet. */
    private Path free(String suffix) throws IOException {
        Path folder = Files.createDirectories(outlet.folder());
        String base = outlet.name();
        Path file = folder.resolve(base + "-trip" + suffix);
        for (int i = 2; Files.exists(file); i++) {
            file = folder.resolve(base + "-trip-" + i + suffix);
        }
        return file;
    }

    private static String message(Exception e) {
        String message = e.getMessage();
        return message == null || message.isBlank()
                ? e.getClass().getSimpleName()
                : message.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}

package org.heapline.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.heapline.client.Session;
import org.heapline.client.SessionException;
import org.heapline.client.SourcePlaces;
import org.heapline.profile.LineStats;
import org.heapline.profile.MethodStats;
import org.heapline.profile.Snapshot;
import org.heapline.profile.source.SourceFinder;
import org.heapline.profile.source.SourceRoots;
import org.jspecify.annotations.Nullable;

/** Finds the source text of what a session measured. */
final class SessionSources {
    private static final byte[] NONE = {};

    private final Session session;
    private final Terminal terminal;
    private final @Nullable JdkClasses jdk;
    private final SourceFinder finder;

    SessionSources(Session session, Terminal terminal) {
        this.session = session;
        this.terminal = terminal;
        SourcePlaces places = session.sourcePlaces();
        Path javaHome = places.javaHome();
        this.jdk = javaHome == null ? null : new JdkClasses(javaHome);
        this.finder = new SourceFinder(
                new SourceRoots(List.of(), places.classPath(), places.workingFolder(), places.javaHome()),
                this::classFile);
    }

    /** The snapshot with the texts that were found. Reads files, and decompiles what has no sources; says so. */
    Snapshot addTo(Snapshot snapshot) {
        Snapshot full = finder.withSources(
                snapshot,
                files -> terminal.say("no sources of " + files(files) + ": decompiling, the hottest first, "
                        + SourceFinder.LONGEST_DECOMPILING.toSeconds() + " s at most"));
        if (jdk != null) {
            jdk.close();
        }
        long left = full.methods().stream()
                .filter(m -> m.lines().stream().anyMatch(LineStats::ran))
                .map(MethodStats::file)
                .filter(file -> !file.isEmpty() && !full.sources().containsKey(file))
                .distinct()
                .count();
        if (left > 0) {
            terminal.say(files(left) + (left == 1 ? " has" : " have")
                    + " no line contents in the report; with its -sources.jar beside a jar nothing is decompiled");
        }
        return full;
    }

    private static String files(long count) {
        return count == 1 ? "1 file" : count + " files";
    }

    /** From the target while it is there: it alone has classes that were made at run time. */
    private byte[] classFile(String className) {
        if (session.state() == Session.State.ATTACHED) {
            try {
                return session.classFile(className);
            } catch (SessionException e) {
                // It went in this very moment; the class path is still there.
                return fromClassPath(className);
            }
        }
        return fromClassPath(className);
    }

    private byte[] fromClassPath(String className) {
        String entry = className.replace('.', '/') + ".class";
        for (Path place : session.sourcePlaces().classPath()) {
            byte[] found = read(place, entry);
            if (found.length > 0) {
                return found;
            }
        }
        return jdk == null ? NONE : jdk.read(entry);
    }

    private static byte[] read(Path place, String entry) {
        try {
            if (Files.isDirectory(place)) {
                Path file = place.resolve(entry);
                return Files.isRegularFile(file) ? Files.readAllBytes(file) : NONE;
            }
            if (!Files.isRegularFile(place)) {
                return NONE;
            }
            try (ZipFile zip = new ZipFile(place.toFile())) {
                ZipEntry found = zip.getEntry(entry);
                if (found == null) {
                    return NONE;
                }
                try (InputStream in = zip.getInputStream(found)) {
                    return in.readAllBytes();
                }
            }
        } catch (IOException e) {
            // A class path may name what cannot be read; the text is then missing from the report, nothing else.
            return NONE;
        }
    }
}

package org.heapline.client.jvm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import org.heapline.client.AgentJars;

/**
 * Small files that tell one Heapline what another one profiles, without asking the targets: each holds the process id of
 * the Heapline that has a session with the JVM it is named after. They are a courtesy: who cannot write one has a session
 * all the same, and one that was left behind counts for nothing.
 */
public final class ProfiledMarks {
    private static final String ENDING = ".profiled";
    private static final int LONGEST = 20;

    private ProfiledMarks() {}

    /** Says that this process has a session with a JVM. */
    public static void put(long target) {
        try {
            Path folder = AgentJars.ownFolder();
            sweep(folder);
            Path mark = folder.resolve(target + ENDING);
            Path beside = Files.createTempFile(folder, "heapline", ".part");
            Files.writeString(beside, Long.toString(ProcessHandle.current().pid()));
            Files.move(beside, mark, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            return; // others then learn it when they attach
        }
    }

    /** Takes away what killed processes have left behind. */
    private static void sweep(Path folder) throws IOException {
        try (DirectoryStream<Path> marks = Files.newDirectoryStream(folder, "*" + ENDING)) {
            for (Path mark : marks) {
                sweepIfDead(mark);
            }
        }
    }

    private static void sweepIfDead(Path mark) {
        try {
            if (client(mark, Instant.EPOCH) == 0) {
                Files.deleteIfExists(mark);
            }
        } catch (IOException e) {
            return; // another Heapline was quicker
        }
    }

    /** Says that it has none any more. */
    public static void remove(long target) {
        try {
            if (client(AgentJars.usualFolder().resolve(target + ENDING), Instant.EPOCH)
                    == ProcessHandle.current().pid()) {
                Files.deleteIfExists(AgentJars.usualFolder().resolve(target + ENDING));
            }
        } catch (IOException e) {
            return; // it counts for nothing when this process has ended
        }
    }

    /**
     * The process id of the Heapline that has a session with a JVM; 0 if there is none, or it runs as somebody else.
     *
     * @param startedAt when the JVM was started: a mark from before that is of another process
     */
    static long clientOf(long target, Instant startedAt) {
        try {
            return client(AgentJars.usualFolder().resolve(target + ENDING), startedAt);
        } catch (IOException e) {
            return 0; // nobody has signed
        }
    }

    private static long client(Path mark, Instant startedAt) throws IOException {
        if (!Files.isRegularFile(mark, LinkOption.NOFOLLOW_LINKS) || Files.size(mark) > LONGEST) {
            return 0;
        }
        Instant signedAt = Files.getLastModifiedTime(mark).toInstant().plusSeconds(1);
        String text = Files.readString(mark, StandardCharsets.ISO_8859_1).strip();
        if (signedAt.isBefore(startedAt) || !text.matches("[0-9]{1,18}")) {
            return 0;
        }
        long client = Long.parseLong(text);
        boolean alive = ProcessHandle.of(client)
                .filter(ProcessHandle::isAlive)
                .map(handle -> handle.info().startInstant().orElse(Instant.EPOCH))
                .filter(start -> !signedAt.isBefore(start))
                .isPresent();
        return alive ? client : 0;
    }
}

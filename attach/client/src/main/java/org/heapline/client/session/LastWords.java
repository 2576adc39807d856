package org.heapline.client.session;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** What an agent that was there from the target's start writes down when the target ends. */
final class LastWords {
    private final @Nullable Path file;
    private volatile boolean known;

    /** @param file in which they will stand; null where nothing is written down */
    LastWords(@Nullable Path file) {
        this.file = file;
    }

    /** Whether there will be any, so whether the target brings the agent along from its start. */
    boolean areWritten() {
        return file != null;
    }

    /** Whether they are read: then nothing is missing in what was measured. */
    boolean areKnown() {
        return known;
    }

    /** Completes what was measured, once the target has ended. Returns the target's properties at its end. */
    Optional<Properties> into(Measurements measured) {
        if (file == null) {
            return Optional.empty();
        }
        try {
            FinalDump last = FinalDump.read(file);
            measured.finish(last);
            known = true;
            return Optional.of(last.properties());
        } catch (NoSuchFileException e) {
            measured.lastCountsMissing("it was killed or halted, or ended before its first line");
        } catch (IOException e) {
            measured.lastCountsMissing(e.getMessage());
        }
        return Optional.empty();
    }
}

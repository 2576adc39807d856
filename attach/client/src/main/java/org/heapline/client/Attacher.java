package org.heapline.client;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.heapline.profile.Backend;

/** Attaches to JVMs of this machine. */
public interface Attacher {
    /**
     * How to attach.
     *
     * @param patterns what to profile; empty for the application's own classes
     * @param backend which memory Increments are made of
     * @param includeChildren with {@code rss}: child processes too
     * @param interval of timeline and counters, 10 ms to 1 min
     * @param running what becomes of classes with a frame that may never return
     */
    record Options(
            List<String> patterns, Backend backend, boolean includeChildren, Duration interval, Running running) {
        public Options {
            patterns = List.copyOf(patterns);
        }

        /** Asks if a class has a frame that may never return. */
        public Options(List<String> patterns, Backend backend, boolean includeChildren, Duration interval) {
            this(patterns, backend, includeChildren, interval, Running.ASK);
        }

        /** The same with another answer about frames that may never return. */
        public Options with(Running answer) {
            return new Options(patterns, backend, includeChildren, interval, answer);
        }

        /** Own classes, allocated bytes, ten times a second. */
        public static Options defaults() {
            return new Options(List.of(), Backend.ALLOCATED, false, Duration.ofMillis(100));
        }
    }

    /** The JVMs of this machine, those that cannot be attached to included. Blocks for up to a second or so. */
    List<JvmProcess> list();

    /** The working folder of a process; empty if it cannot be read. Does not wait for the process. */
    default Optional<Path> workingFolder(long pid) {
        return Optional.empty();
    }

    /**
     * Attaches and starts profiling. Blocks until the agent answers.
     *
     * @throws RunningFramesException if it is to be asked about frames that may never return, and there are some
     * @throws AttachException with one line that names the target, the reason and the next step
     */
    Session attach(long pid, Options options) throws AttachException;
}

package org.heapline.app.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.heapline.client.Attacher;
import org.heapline.client.MaxMem;
import org.heapline.profile.Backend;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What to profile and when to stop the program: the options that {@code attach} and {@code run} have in common. */
final class ProfileOptions {
    @Option(
            names = "--lines",
            paramLabel = "PATTERN",
            converter = Choices.OfPattern.class,
            description = {
                "What to profile: com.acme.Cart#add, com.acme.Cart#*, com.acme.Cart, com.acme.*, com.acme.**, @Profile.",
                "Repeatable. Without it: the application's own classes, libraries left out."
            })
    private List<String> lines = new ArrayList<>();

    @Option(
            names = "--backend",
            paramLabel = "allocated|heap|rss",
            defaultValue = "allocated",
            converter = Choices.OfBackend.class,
            description = {
                "Which memory an Increment is made of: bytes the thread allocated (exact), used heap, or resident set.",
                "Default: ${DEFAULT-VALUE}."
            })
    private Backend backend = Backend.ALLOCATED;

    @Option(names = "--include-children", description = "With --backend rss: child processes too.")
    private boolean includeChildren;

    @Option(
            names = "--interval",
            paramLabel = "TIME",
            defaultValue = "100ms",
            converter = Durations.Interval.class,
            description = "How often the timeline is sampled, 10ms to 1m. Default: ${DEFAULT-VALUE}.")
    private Duration interval = Duration.ofMillis(100);

    @Option(
            names = "--max-mem",
            paramLabel = "SIZE",
            converter = Choices.OfSize.class,
            description = {
                "Stop the program on the line that takes its memory over SIZE: 512MiB, 512m, 1.5g; 512 means 512 MiB."
            })
    private @Nullable Long maxMem;

    @Option(
            names = "--max-mem-of",
            paramLabel = "heap|live|rss",
            defaultValue = "heap",
            converter = Choices.OfMemory.class,
            description = {
                "Which memory is limited: used heap, used heap after a GC, or resident set.",
                "Default: ${DEFAULT-VALUE}."
            })
    private MaxMem.Memory maxMemOf = MaxMem.Memory.HEAP;

    @Option(
            names = "--on-max-mem",
            paramLabel = "park|jdwp|dump|snapshot|report|exit",
            converter = Choices.OfTripAction.class,
            description = {
                "What to do then; repeatable. park and jdwp stop the thread and wait for a command; dump and snapshot"
                        + " write a file beside the output; report shows the moment of the trip; exit detaches and ends"
                        + " with 4.",
                "Default: jdwp where the target has it, else park."
            })
    private List<TripAction> onMaxMem = new ArrayList<>();

    Attacher.Options attachOptions() {
        return new Attacher.Options(lines, backend, includeChildren, interval);
    }

    List<String> patterns() {
        return lines;
    }

    /** What MAXMEM asks for, or null when there is no limit. */
    @Nullable
    TripRules tripRules() {
        return maxMem == null ? null : new TripRules(maxMem, maxMemOf, onMaxMem);
    }

    /** Says which of the given options have no effect as they stand; empty when all have one. */
    List<String> idle() {
        List<String> idle = new ArrayList<>();
        if (includeChildren && backend != Backend.RSS) {
            idle.add("--include-children has an effect only with --backend rss");
        }
        if (maxMem == null && !onMaxMem.isEmpty()) {
            idle.add("--on-max-mem has an effect only with --max-mem");
        }
        return idle;
    }
}

package org.heapline.app.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.heapline.client.Attacher;
import org.heapline.client.MaxMem;
import org.heapline.client.trip.LimitSize;
import org.heapline.client.trip.TripAction;
import org.heapline.client.trip.TripActions;
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

    @Option(names = "--include-children", description = "With --backend rss, or a limit of rss: child processes too.")
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
            paramLabel = "[MEMORY=]SIZE",
            converter = Choices.OfLimit.class,
            description = {
                "Stop the program on the line that takes its memory over SIZE: 512MiB, 512m, 1.5g; 512 means 512 MiB; 80%%"
                        + " of the largest heap (heap, live) or of the container's limit; 64MiB/min for growth.",
                "Repeatable, one limit for each memory: --max-mem live=80%% --max-mem rss=2g."
            })
    private List<LimitSize> maxMem = new ArrayList<>();

    @Option(
            names = "--max-mem-of",
            paramLabel = "MEMORY",
            defaultValue = "heap",
            converter = Choices.OfMemory.class,
            description = {
                "Which memory a limit without MEMORY= is of: heap (used), live (used after a GC), rss (resident set; with"
                        + " --include-children, of the child processes too), container (all that runs in it), line and"
                        + " call (bytes allocated by one execution of a line, by one call of a method), rate (growth of"
                        + " the live heap).",
                "Default: ${DEFAULT-VALUE}."
            })
    private MaxMem.Memory maxMemOf = MaxMem.Memory.HEAP;

    @Option(
            names = "--max-mem-window",
            paramLabel = "TIME",
            defaultValue = "1m",
            converter = Durations.Length.class,
            description = "How long growth must last to exceed a rate. Default: ${DEFAULT-VALUE}.")
    private Duration maxMemWindow = MaxMem.Limit.WINDOW;

    @Option(
            names = "--on-max-mem",
            paramLabel = "ACTION",
            converter = Choices.OfAction.class,
            description = {
                "What to do then; repeatable. park and jdwp stop the thread and wait for commands (see 'help' there); dump"
                        + " (dump:live: reachable objects only; dump:gz: compressed), snapshot, histogram and threads"
                        + " write a file beside the output; run:CMD runs a command; report shows the moment of the trip;"
                        + " exit detaches and ends with 4.",
                "Default: jdwp where the target has it, else park."
            })
    private List<TripAction> onMaxMem = new ArrayList<>();

    @Option(
            names = "--rearm",
            paramLabel = "SIZE",
            converter = Choices.OfSize.class,
            description = "Arm the limit again when the thread goes on, SIZE higher.")
    private @Nullable Long rearm;

    Attacher.Options attachOptions() {
        return new Attacher.Options(lines, backend, includeChildren, interval);
    }

    List<String> patterns() {
        return lines;
    }

    /** What MAXMEM asks for, or null when there is no limit. */
    @Nullable
    TripRules tripRules() {
        if (maxMem.isEmpty()) {
            return null;
        }
        List<MaxMem.Limit> limits = maxMem.stream().map(this::limit).toList();
        return new TripRules(limits, new TripActions(onMaxMem), rearm == null ? 0 : rearm);
    }

    private MaxMem.Limit limit(LimitSize size) {
        MaxMem.Memory memory = size.memory();
        return new MaxMem.Limit(
                size.bytes(),
                size.percent(),
                memory == null ? maxMemOf : memory,
                MaxMem.Action.AUTO,
                maxMemWindow,
                includeChildren);
    }

    /**
     * Refuses limits that cannot be seen with that backend.
     *
     * @throws CommandFailure with one line that says what to use instead
     */
    void check() throws CommandFailure {
        for (LimitSize each : maxMem) {
            MaxMem.Memory of = limit(each).memory();
            if (backend != Backend.ALLOCATED && (of == MaxMem.Memory.LINE || of == MaxMem.Memory.CALL)) {
                String name = of.name().toLowerCase(Locale.ROOT);
                throw new CommandFailure(
                        ExitCode.USAGE,
                        "--max-mem " + name + "=… counts allocated bytes, which --backend " + backend.key()
                                + " does not measure: leave out --backend, or limit the heap");
            }
        }
    }

    /** Says which of the given options have no effect as they stand; empty when all have one. */
    List<String> idle() {
        List<String> idle = new ArrayList<>();
        boolean limitsRss = maxMem.stream().map(this::limit).anyMatch(limit -> limit.memory() == MaxMem.Memory.RSS);
        if (includeChildren && backend != Backend.RSS && !limitsRss) {
            idle.add("--include-children has an effect only with --backend rss or a limit of rss");
        }
        if (maxMem.isEmpty() && !onMaxMem.isEmpty()) {
            idle.add("--on-max-mem has an effect only with --max-mem");
        }
        if (maxMem.isEmpty() && rearm != null) {
            idle.add("--rearm has an effect only with --max-mem");
        }
        return idle;
    }
}

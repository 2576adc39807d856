package org.heapline.tests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What came of a target whose lines say what they must read: Heapline attached to it while it ran, it went through all
 * its work so that every call site was linked anew, the counters were set back, and it did each piece of work once.
 *
 * @param report what Heapline wrote
 * @param layout how that JVM lays out objects
 * @param counted what pieces of work allocate in a twin of the target without Heapline, by the JVM's own bean
 */
public record LineRun(Report report, Layout layout, Map<String, Long> counted) {
    /** Objects that are proven never to leave a method are not allocated, with probes or without: not here. */
    private static final String ALLOCATE_ALL = "-XX:-DoEscapeAnalysis";

    /** Otherwise the JVM names each method that {@link #settle} keeps from the compiler, on standard output. */
    public static final String QUIET = "-XX:CompileCommand=quiet";

    /** The first directive that matches is the one. */
    private static final String SETTLED =
            "[{ match: \"%s.*\", c2: { Exclude: false } }, { match: \"*.*\", c2: { Exclude: true } }]";

    /**
     * Runs a target and its twin.
     *
     * @param pattern what is profiled
     * @param flags for both JVMs
     */
    public static LineRun of(Jdk jdk, TargetSources sources, String mainClass, String pattern, String... flags) {
        List<String> all = new ArrayList<>(List.of(ALLOCATE_ALL, QUIET));
        all.addAll(List.of(flags));
        String[] jvm = all.toArray(String[]::new);
        Map<String, Long> counted = new HashMap<>();
        Layout layout;
        try (TargetProgram twin = TargetProgram.start(jdk, sources, mainClass, jvm)) {
            layout = Layout.of(twin);
            settle(twin, pattern);
            for (String work : toCount(sources)) {
                counted.put(work, Long.valueOf(twin.ask("count " + work)));
            }
        }
        try (TargetProgram target = TargetProgram.start(jdk, sources, mainClass, jvm);
                HeaplineCli cli = HeaplineCli.attach(target, "--lines", pattern, "--format", "json")) {
            done(target, "warm");
            settle(target, pattern);
            done(target, "reset");
            for (String program : programs(sources)) {
                done(target, "go " + program);
            }
            HeaplineCli.Result result = cli.interruptAndFinish();
            if (result.exit() != 0) {
                throw new AssertionError("attach failed: " + result);
            }
            return new LineRun(Report.parse(result.out()), layout, counted);
        }
    }

    /**
     * From now on C2 takes methods of these classes and no others: the thread that hands it a method first makes all the
     * texts of the method's class, and so allocates now and then what no line asked for, with Heapline or without.
     */
    public static void settle(TargetProgram target, String pattern) {
        Path directives = target.folder().resolve("directives.json");
        try {
            Files.writeString(directives, String.format(SETTLED, pattern.replace('.', '/')));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        done(target, "settle " + directives.getFileName());
    }

    private static void done(TargetProgram target, String command) {
        String answer = target.ask(command);
        if (!answer.equals("done")) {
            throw target.failure(command + ": " + answer);
        }
    }

    private static Collection<String> toCount(TargetSources sources) {
        Map<String, String> works = new TreeMap<>();
        for (String file : sources.expectant()) {
            works.put(programOf(file), file);
            for (String name : Expectation.counted(Expectation.in(sources.lines(file)))) {
                works.put(name, file);
            }
        }
        return works.keySet();
    }

    /** The pieces of work whose lines say what they must read: each has its name from its source file. */
    public static List<String> programs(TargetSources sources) {
        return sources.expectant().stream().map(LineRun::programOf).toList();
    }

    private static String programOf(String file) {
        return file.substring(file.lastIndexOf('/') + 1, file.lastIndexOf('.'));
    }
}

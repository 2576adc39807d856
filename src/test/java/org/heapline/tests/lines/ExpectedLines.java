package org.heapline.tests.lines;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.heapline.tests.harness.Expectation;
import org.heapline.tests.harness.Jdk;
import org.heapline.tests.harness.Jdks;
import org.heapline.tests.harness.LineRun;
import org.heapline.tests.harness.Report;
import org.heapline.tests.harness.TargetSources;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs a target whose lines say, in comments, what they must read. Sizes come from the JVM's layout of objects or are
 * counted by the JVM's own bean in a twin of the target that Heapline never touches.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ExpectedLines {
    private final String name;
    private final Set<String> uncounted;
    private final Map<Jdk, LineRun> runs = new HashMap<>();

    /**
     * @param name of the folder in {@code resources/targets}, and of the package below {@code org.heapline.targets}
     * @param uncounted programs whose whole allocation the bean cannot tell from one call: those with threads of their
     *     own, and those that do something only once
     */
    ExpectedLines(String name, Set<String> uncounted) {
        this.name = name;
        this.uncounted = uncounted;
    }

    /** The target, compiled for a JDK. */
    abstract TargetSources sources(Jdk jdk);

    /** The JDKs that can run it. */
    List<Jdk> jdks() {
        return Jdks.found();
    }

    List<Arguments> programsOnJdks() {
        return programs(Set.of());
    }

    List<Arguments> countedProgramsOnJdks() {
        return programs(uncounted);
    }

    private List<Arguments> programs(Set<String> without) {
        List<Arguments> all = new ArrayList<>();
        for (Jdk jdk : jdks()) {
            for (String program : LineRun.programs(sources(jdk))) {
                if (!without.contains(program)) {
                    all.add(Arguments.of(program, jdk));
                }
            }
        }
        return all;
    }

    @ParameterizedTest(name = "{0} on {1}", allowZeroInvocations = true)
    @MethodSource("programsOnJdks")
    void eachLineReadsWhatItsCommentSays(String program, Jdk jdk) {
        check(sources(jdk), file(program, jdk), run(jdk));
    }

    /** Checks every expectation in a source file. */
    static void check(TargetSources sources, String file, LineRun run) {
        List<String> source = sources.lines(file);
        List<Executable> checks = new ArrayList<>();
        for (Expectation expected : Expectation.in(source)) {
            checks.add(() -> check(expected, run, file, source.get(expected.line() - 1)));
        }
        assertAll(checks);
    }

    private static void check(Expectation expected, LineRun run, String file, String text) {
        long wanted = expected.value(
                run.layout(), work -> Objects.requireNonNull(run.counted().get(work)));
        long actual = expected.actual(run.report(), file);
        Supplier<String> place = () -> expected.column() + " of line " + expected.line() + ": " + text.strip();
        if (expected.isBound()) {
            assertTrue(actual <= wanted, () -> place.get() + " but was " + actual);
        } else {
            assertEquals(wanted, actual, place);
        }
    }

    /** What lines add up to must not depend on how well this test knows the size of each thing on them. */
    @ParameterizedTest(name = "{0} on {1}", allowZeroInvocations = true)
    @MethodSource("countedProgramsOnJdks")
    void selfOfAllLinesIsWhatTheJvmCountsWithoutHeapline(String program, Jdk jdk) {
        LineRun run = run(jdk);
        long self = run.report().linesIn(file(program, jdk)).stream()
                .mapToLong(Report.Line::self)
                .sum();
        assertEquals(run.counted().get(program), self);
    }

    /** The same bytes, counted another way: what each thread was charged with, and not each line. */
    @ParameterizedTest(name = "on {0}", allowZeroInvocations = true)
    @MethodSource("jdks")
    void threadsAddUpToWhatLinesAddUpTo(Jdk jdk) {
        Report report = run(jdk).report();
        assertEquals(report.selfOfLines(), report.selfOfThreads());
    }

    LineRun run(Jdk jdk) {
        return runs.computeIfAbsent(
                jdk, each -> LineRun.of(each, sources(each), mainClass(), "org.heapline.targets." + name + ".*"));
    }

    private String mainClass() {
        return "org.heapline.targets." + name + "." + Character.toUpperCase(name.charAt(0)) + name.substring(1)
                + "Main";
    }

    /** The source file of a program, below its root. */
    String file(String program, Jdk jdk) {
        return sources(jdk).expectant().stream()
                .filter(file -> file.contains("/" + program + "."))
                .findFirst()
                .orElseThrow();
    }
}

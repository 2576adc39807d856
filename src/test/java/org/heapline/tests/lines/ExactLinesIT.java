package org.heapline.tests.lines;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.heapline.tests.harness.Expectation;
import org.heapline.tests.harness.HeaplineCli;
import org.heapline.tests.harness.Jdk;
import org.heapline.tests.harness.Jdks;
import org.heapline.tests.harness.Report;
import org.heapline.tests.harness.TargetProgram;
import org.heapline.tests.harness.TargetSources;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Heapline attaches to a running program, which then does its work once. Each line must read exactly what the comment on
 * it says. The sizes there are those of a JVM with compressed class pointers; a twin of the program, without Heapline,
 * counts by the JVM's own bean that they add up.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExactLinesIT {
    private static final String MAIN = "org.heapline.targets.lines.LinesMain";
    private static final List<String> PROGRAMS =
            List.of("Loops", "Calls", "Exceptions", "Lambdas", "Parallel", "Library", "Shapes");

    /** Those whose whole allocation the twin can count: one thread, no call site that is linked anew. */
    private static final List<String> COUNTABLE = List.of("Loops", "Calls", "Exceptions", "Library", "Shapes");

    private final Map<Jdk, Measured> measured = new HashMap<>();

    private record Measured(Report report, Map<String, Long> counted) {}

    static List<Arguments> programsOnJdks() {
        return product(PROGRAMS);
    }

    static List<Arguments> countableProgramsOnJdks() {
        return product(COUNTABLE);
    }

    private static List<Arguments> product(List<String> programs) {
        List<Arguments> all = new ArrayList<>();
        for (Jdk jdk : Jdks.found()) {
            for (String program : programs) {
                all.add(Arguments.of(program, jdk));
            }
        }
        return all;
    }

    @ParameterizedTest(name = "{0} on {1}")
    @MethodSource("programsOnJdks")
    void eachLineReadsWhatItAllocates(String program, Jdk jdk) {
        Measured run = measured.computeIfAbsent(jdk, ExactLinesIT::measure);
        String file = file(program);
        List<String> source = sources().lines(file);
        List<Executable> checks = new ArrayList<>();
        for (Expectation expected : Expectation.in(source)) {
            checks.add(() -> assertEquals(
                    expected.value(run.counted()::get),
                    expected.actual(run.report().line(file, expected.line())),
                    () -> expected.column() + " of line " + expected.line() + ": "
                            + source.get(expected.line() - 1).strip()));
        }
        assertFalse(checks.isEmpty(), "the target says what its lines must read");
        assertAll(checks);
    }

    @ParameterizedTest(name = "{0} on {1}")
    @MethodSource("countableProgramsOnJdks")
    void selfOfAllLinesIsWhatTheProgramAllocatesWithoutHeapline(String program, Jdk jdk) {
        Measured run = measured.computeIfAbsent(jdk, ExactLinesIT::measure);
        long self = run.report().linesIn(file(program)).stream()
                .mapToLong(Report.Line::self)
                .sum();
        assertEquals(run.counted().get(program), self);
    }

    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void eachLineHasItsText(Jdk jdk) {
        Report report = measured.computeIfAbsent(jdk, ExactLinesIT::measure).report();
        List<String> source = sources().lines(file("Loops"));
        for (Report.Line row : report.linesIn(file("Loops"))) {
            assertEquals(source.get(row.line() - 1).strip(), row.text().strip());
        }
    }

    private static Measured measure(Jdk jdk) {
        Map<String, Long> counted = new HashMap<>();
        try (TargetProgram twin = TargetProgram.start(jdk, sources(), MAIN, "-XX:-DoEscapeAnalysis")) {
            for (String work : List.of(
                    "Loops",
                    "Calls",
                    "Exceptions",
                    "Library",
                    "Shapes",
                    "Library.text",
                    "Library.list",
                    "Library.map",
                    "Library.boxes",
                    "Library.format")) {
                counted.put(work, Long.valueOf(twin.ask("count " + work)));
            }
        }
        try (TargetProgram target = TargetProgram.start(jdk, sources(), MAIN, "-XX:-DoEscapeAnalysis");
                HeaplineCli cli =
                        HeaplineCli.attach(target, "--lines", "org.heapline.targets.lines.*", "--format", "json")) {
            for (String program : PROGRAMS) {
                assertEquals("done", target.ask("go " + program));
            }
            HeaplineCli.Result result = cli.interruptAndFinish();
            assertEquals(0, result.exit(), result::toString);
            return new Measured(Report.parse(result.out()), counted);
        }
    }

    private static TargetSources sources() {
        return TargetSources.compiled("lines", "--release", "8", "-g");
    }

    private static String file(String program) {
        return "org/heapline/targets/lines/" + program + ".java";
    }
}

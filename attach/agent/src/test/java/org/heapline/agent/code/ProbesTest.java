package org.heapline.agent.code;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Real code with probes, run in this JVM. */
class ProbesTest {
    private static final Pattern EXPECTED = Pattern.compile("//# (\\d+)(?: (\\d+))?");

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.heapline.agent.code.Samples#samples")
    void countsEveryLine(String behaviour, String source) throws Exception {
        Probed probed = Probed.run(folder, source, false);
        List<Executable> checks = new ArrayList<>();
        String[] lines = source.split("\n");
        for (int i = 0; i < lines.length; i++) {
            Matcher expected = EXPECTED.matcher(lines[i]);
            if (expected.find()) {
                int number = i + 1;
                String text = lines[i];
                long occurrences = Long.parseLong(expected.group(1));
                checks.add(() -> assertEquals(occurrences, probed.occurrences(number), "occurrences of " + text));
                if (expected.group(2) != null) {
                    long increment = Long.parseLong(expected.group(2));
                    checks.add(() -> assertEquals(increment, probed.increment(number), "increment of " + text));
                }
            }
        }
        assertTrue(checks.size() > 1, "the sample expects nothing");
        assertAll(behaviour, checks);
    }

    @Test
    void selfLeavesOutWhatProfiledCalleesAccountFor() throws Exception {
        String source = """
            public class Sample {
                static Object sink;
                static void inner() {
                    sink = new byte[1000];
                }
                public static void run() {
                    inner(); sink = new byte[8]; inner();
                }
            }
            """;
        Probed probed = Probed.run(folder, source, false);
        assertEquals(2 * 1016 + 24, probed.increment(7));
        assertEquals(24, probed.self(7));
        assertEquals(2 * 1016, probed.self(4));
    }

    @Test
    void underSharedMemoryEveryLineIsEnteredAsOften() throws Exception {
        String source = """
            public class Sample {
                static int n;
                public static void run() {
                    for (int i = 0; i < 12; i++) {
                        n += i;
                    }
                }
            }
            """;
        Probed probed = Probed.run(folder, source, true);
        assertEquals(13, probed.occurrences(4));
        assertEquals(12, probed.occurrences(5));
    }

    @Test
    void namesWhatHasNoLines() throws Exception {
        String source = """
            public abstract class Sample {
                abstract void none();
                native void elsewhere();
                public static void run() {
                }
            }
            """;
        Probed probed = Probed.run(folder, source, false);
        assertTrue(probed.problems().get("Sample#none").contains("abstract"));
        assertTrue(probed.problems().get("Sample#elsewhere").contains("native"));
    }

    @Test
    void leavesOutAMethodThatWouldNoLongerBeCompiled() throws Exception {
        StringBuilder source =
                new StringBuilder("public class Sample {\n static int n;\n public static void run() {\n");
        for (int i = 0; i < 900; i++) {
            source.append("  n += 1;\n");
        }
        Probed probed = Probed.run(folder, source.append(" }\n}\n").toString(), false);
        assertTrue(probed.problems().get("Sample#run").contains("too large"), probed.problems()::toString);
    }

    @Test
    void leavesOutAMethodWithVeryManyVariablesOrOperandsAndJumpsThatGetTooLong() throws Exception {
        assertTrue(problemOfJump(4_000, 1).contains("many variables"));
        assertTrue(problemOfJump(100, 1).contains("many variables"));
        assertTrue(problemOfJump(20, 300).contains("operands"));
        assertEquals("", problemOfJump(20, 1));
    }

    /** What is said of a method with a jump as long as one may be before there are probes; nothing if it is profiled. */
    private String problemOfJump(int variables, int operands) throws Exception {
        String declared = IntStream.range(0, variables)
                .mapToObj(each -> "int v" + each + " = 0;")
                .collect(Collectors.joining());
        // A jump of 32,000 bytes; more code than that behind it.
        String source = "public class Sample {\nstatic int n;\npublic static void fine() {\nn = 0;\n}\n"
                + "public static void run() {\nfine();\nif (n == 0) {\n" + declared + "\n"
                + "n = 0;\n".repeat(200) + "n = 0;".repeat((31_200 - variables * 5) / 4) + "\n}\n"
                + "n = 0;".repeat(6_000) + "n = " + "n + (".repeat(operands) + "0" + ")".repeat(operands)
                + ";\nn = 1;\n}\n}\n";
        Probed probed = Probed.run(folder, source, false);
        int last = (int) source.chars().filter(each -> each == '\n').count() - 2;
        String problem = probed.problems().getOrDefault("Sample#run", "");
        assertEquals(problem.isEmpty() ? 1 : 0, probed.occurrences(last));
        assertEquals(1, probed.occurrences(4), "what else the class has");
        return problem;
    }
}

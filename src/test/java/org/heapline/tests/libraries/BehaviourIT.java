package org.heapline.tests.libraries;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.heapline.client.AgentJars;
import org.heapline.tests.harness.Jdk;
import org.heapline.tests.harness.RunningProcess;
import org.heapline.tests.harness.TargetSources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A program with line probes in every method of it says to the letter what it says without. */
class BehaviourIT {
    private static final Duration BOUND = Duration.ofSeconds(120);

    private static final String SQL = "CREATE TABLE t(id INT PRIMARY KEY, name VARCHAR, price DECIMAL(9,2));"
            + "INSERT INTO t SELECT x, 'item ' || MOD(x * 7919, 97), x * 1.25 FROM SYSTEM_RANGE(1, 800);"
            + "SELECT name, COUNT(*), SUM(price), AVG(price) FROM t GROUP BY name HAVING COUNT(*) > 8 ORDER BY 3 DESC, 1;"
            + "WITH RECURSIVE f(n, a, b) AS (SELECT 1, 0, 1 UNION ALL SELECT n + 1, b, a + b FROM f WHERE n < 30)"
            + " SELECT n, a FROM f;"
            + "SELECT REGEXP_REPLACE(name, '[0-9]+', '#'), RANK() OVER (ORDER BY price) FROM t WHERE id BETWEEN 5 AND 12;"
            + "SELECT * FROM nowhere;"
            + "EXPLAIN SELECT * FROM t WHERE id = 5;";

    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void aProgramFindsOutTheSameAboutItself(Jdk jdk) throws IOException {
        TargetSources sources = TargetSources.compiled("behaviour", "--release", "17", "-g", "-parameters");
        List<String> program =
                List.of("-cp", sources.classes().toString(), "org.heapline.targets.behaviour.BehaviourMain");
        String plain = run(jdk, List.of(), program);
        assertTrue(plain.contains("end\nexit 0"), plain);
        assertEquals(plain, run(jdk, List.of(agent("org.heapline.targets.**")), program));
    }

    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void aDatabaseAnswersTheSame(Jdk jdk) throws IOException {
        List<String> program = List.of(
                "-cp", jar("h2-"), "org.h2.tools.Shell", "-url", "jdbc:h2:mem:test", "-user", "sa", "-sql", SQL);
        String plain = run(jdk, List.of(), program);
        assertTrue(plain.contains("item "), plain);
        assertEquals(plain, run(jdk, List.of(agent("org.h2.**")), program));
    }

    private static String agent(String pattern) throws IOException {
        return "-javaagent:" + AgentJars.unpack() + "=lease=false;patterns=" + pattern;
    }

    private static String jar(String name) {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> Path.of(path).getFileName().toString().startsWith(name))
                .filter(path -> !path.contains("sources"))
                .findFirst()
                .orElseThrow();
    }

    /** What the program says on both streams, and how it ends; without the times it took. */
    private static String run(Jdk jdk, List<String> agent, List<String> program) {
        List<String> command = new ArrayList<>(List.of(jdk.java().toString()));
        command.addAll(agent);
        command.addAll(program);
        try (RunningProcess process = RunningProcess.start(command.toArray(String[]::new))) {
            int exit = process.awaitExit(BOUND);
            String said =
                    process.out().text() + "exit " + exit + "\n" + process.err().text();
            return said.replaceAll("[0-9]+ ms", "some ms");
        }
    }
}

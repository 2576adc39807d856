package org.heapline.tests.loading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.heapline.client.AttachException;
import org.heapline.client.Attacher;
import org.heapline.client.Running;
import org.heapline.client.Session;
import org.heapline.client.SessionException;
import org.heapline.client.local.LocalAttacher;
import org.heapline.profile.Backend;
import org.heapline.profile.LineStats;
import org.heapline.profile.MethodStats;
import org.heapline.tests.harness.Jdk;
import org.heapline.tests.harness.Layout;
import org.heapline.tests.harness.TargetProgram;
import org.heapline.tests.harness.TargetSources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** More classes than one batch holds are changed on several threads at once, while the program uses them. */
class ManyClassesIT {
    private static final String MADE = "org/heapline/targets/loading/Made000000.java";
    private static final int CLASSES = 1000;

    /** Each is as much work as hundreds of small ones. */
    private static final int SESSIONS = Math.max(3, Integer.getInteger("heapline.tests.cycles", 0) / 10);

    private static final Attacher.Options ALL = new Attacher.Options(
            List.of("org.heapline.targets.loading.Made*"),
            Backend.ALLOCATED,
            false,
            Duration.ofMillis(50),
            Running.FORCE);

    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void areAllChangedAndGivenBackWhileTheyRun(Jdk jdk) throws AttachException, SessionException, IOException {
        TargetSources sources = TargetSources.compiled("loading", "--release", "8", "-g");
        int body = sources.lineOf(MADE, "// made body");
        try (TargetProgram target = TargetProgram.start(jdk, sources, "org.heapline.targets.loading.LoadingMain")) {
            long size = Layout.of(target).array("byte", 500);
            assertEquals("done", target.ask("go keep"));
            for (int i = 0; i < SESSIONS; i++) {
                assertEquals("done", target.ask("go begin"));
                try (Session session = new LocalAttacher().attach(target.pid(), ALL)) {
                    target.awaitProfiled();
                    session.refresh();
                    assertEquals(CLASSES, session.progress().getDone());
                    assertEquals(CLASSES, session.progress().getClasses());
                    assertEquals("done", target.ask("go end"));
                    target.awaitAnswer("state busy", "ended");
                    session.reset();
                    assertEquals("done", target.ask("go all"));
                    session.refresh();
                    List<MethodStats> takes = session.snapshot().methods().stream()
                            .filter(method -> method.method().equals("take"))
                            .toList();
                    assertEquals(CLASSES, takes.size());
                    for (MethodStats each : takes) {
                        LineStats line = each.lines().stream()
                                .filter(one -> one.line() == body)
                                .findFirst()
                                .orElseThrow();
                        assertEquals(4, line.occurrences(), each::className);
                        assertEquals(4 * size, line.selfBytes(), each::className);
                    }
                    assertEquals("done", target.ask("go begin"));
                }
                target.awaitUnprofiled();
                assertEquals("done", target.ask("go end"));
                target.awaitAnswer("state busy", "ended");
                String directives = directives(jdk, target);
                assertTrue(directives.contains("(default)") && !directives.contains("heapline"), directives);
            }
        }
    }

    /** What the JVM has been told about compiling. */
    private static String directives(Jdk jdk, TargetProgram target) throws IOException {
        Process process = new ProcessBuilder(
                        jdk.tool("jcmd").toString(), Long.toString(target.pid()), "Compiler.directives_print")
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}

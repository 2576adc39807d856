package org.heapline.tests.libraries;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.heapline.client.AgentJars;
import org.heapline.client.AttachException;
import org.heapline.client.Attacher;
import org.heapline.client.Session;
import org.heapline.client.local.LocalAttacher;
import org.heapline.profile.Backend;
import org.heapline.profile.Problem;
import org.heapline.tests.harness.Await;
import org.heapline.tests.harness.Jdk;
import org.heapline.tests.harness.TargetProgram;
import org.heapline.tests.harness.TargetSources;
import org.heapline.tests.harness.TestFolder;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every method of large libraries gets line probes, while it loads and when it is loaded already, and each class is
 * linked and verified by a real JVM: none fails that does not fail without probes, and reflection finds what it found.
 */
@Timeout(1_200)
class AnyClassIT {
    private static final Duration BOUND = Duration.ofMinutes(15);
    private static final String LINKED = "linked";

    private static final String UNCHANGED = "org.heapline.targets.libraries.Unchanged";

    private final Libraries libraries = Libraries.found();

    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void survives(Jdk jdk, TestReporter reporter) throws AttachException, IOException {
        Map<String, String> figures = new LinkedHashMap<>();
        Map<String, String> plain;
        Map<String, String> members;
        try (TargetProgram target = start(jdk, "-javaagent:" + agentThatChangesNothing())) {
            long micros = load(target);
            plain = outcomes(target, "linked.txt");
            members = described(target);
            figures.put("classes", Integer.toString(plain.size()));
            figures.put("linked without probes", Long.toString(linked(plain)));
            figures.put("loading, ms", Long.toString(micros / 1000));
            retransform(target, plain, members, figures);
        }
        String agent =
                "-javaagent:" + AgentJars.unpack() + "=lease=false;patterns=" + String.join(",", libraries.patterns());
        try (TargetProgram target = start(jdk, agent)) {
            long micros = load(target);
            Map<String, String> probed = outcomes(target, "linked.txt");
            assertEquals(Map.of(), differences(plain, probed), "what probes broke while classes loaded");
            assertEquals(Map.of(), differences(members, described(target)), "what reflection finds");
            figures.put("loading with probes, ms", Long.toString(micros / 1000));
        }
        figures.forEach((name, figure) -> reporter.publishEntry(jdk + ": " + name, figure));
        Files.writeString(TestFolder.shared("libraries").resolve("jdk" + jdk.feature() + ".txt"), figures + "\n");
    }

    /** Gives probes to the classes as they are loaded, and takes them away again. */
    private void retransform(
            TargetProgram target, Map<String, String> plain, Map<String, String> members, Map<String, String> figures)
            throws AttachException, IOException {
        Attacher.Options all =
                new Attacher.Options(libraries.patterns(), Backend.ALLOCATED, false, Duration.ofMillis(200));
        long began = System.nanoTime();
        try (Session session = new LocalAttacher().attach(target.pid(), all)) {
            Await.until(
                    "all classes to have probes",
                    BOUND,
                    () -> session.progress().getGeneration() > 0
                            && !session.progress().isBusy());
            long millis = (System.nanoTime() - began) / 1_000_000;
            Await.until("the last problems", BOUND, () -> session.state() == Session.State.ATTACHED);
            figures.put("attaching, ms", Long.toString(millis));
            figures.put(
                    "classes with probes", Integer.toString(session.progress().getClasses()));
            figures.put("methods", Integer.toString(session.progress().getMethods()));
            figures.put("lines", Integer.toString(session.progress().getLines()));
            List<Problem> problems = session.snapshot().problems();
            figures.put(
                    "methods left out as too large",
                    Long.toString(problems.stream()
                            .filter(problem -> problem.why().contains("too large"))
                            .count()));
            Set<String> refused = refused(problems, plain);
            figures.put("refused by the JVM, also without probes", Integer.toString(refused.size()));
            Files.write(target.folder().resolve("refused.txt"), refused);
            assertTrue(session.progress().getMethods() > plain.size(), "nearly all of it is profiled");
            assertEquals(Map.of(), differences(members, described(target)), "what reflection finds");
        }
        target.awaitUnprofiled(BOUND);
        assertEquals("done", target.ask("go transform", BOUND));
        outcomes(target, "unchanged.txt")
                .forEach((name, outcome) -> assertNotEquals("fine", outcome, name + " is refused only with probes"));
    }

    /** The classes that link without probes, but could not be given any. */
    private static Set<String> refused(List<Problem> problems, Map<String, String> plain) {
        return problems.stream()
                .filter(problem ->
                        problem.why().contains("refused") || problem.why().contains("could not be instrumented"))
                .map(Problem::what)
                .filter(name -> LINKED.equals(plain.get(name)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Path agentThatChangesNothing() throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().putValue("Manifest-Version", "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", UNCHANGED);
        manifest.getMainAttributes().putValue("Can-Retransform-Classes", "true");
        Path jar = TestFolder.shared("libraries").resolve("unchanged.jar");
        // The class itself is on the program's class path.
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
        return jar;
    }

    private TargetProgram start(Jdk jdk, String... more) {
        TargetSources sources = TargetSources.compiled("libraries", "--release", "8", "-g");
        List<String> flags = new ArrayList<>(List.of(more));
        // Nothing runs long enough to be worth the second compiler.
        flags.addAll(
                List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx1500m", "-Dlibraries=" + libraries.path()));
        return TargetProgram.start(
                jdk, sources, "org.heapline.targets.libraries.LibrariesMain", flags.toArray(String[]::new));
    }

    /** Loads all and says how long that took, in microseconds. */
    private static long load(TargetProgram target) {
        int from = target.out().size();
        assertEquals("done", target.ask("go load", BOUND));
        return target.out().await(from, line -> line.startsWith("took "), BOUND).stream()
                .mapToLong(line -> Long.parseLong(line.substring(5)))
                .sum();
    }

    private static Map<String, String> described(TargetProgram target) throws IOException {
        assertEquals("done", target.ask("go describe", BOUND));
        return outcomes(target, "described.txt");
    }

    private static Map<String, String> outcomes(TargetProgram target, String file) throws IOException {
        Map<String, String> outcomes = new TreeMap<>();
        for (String line : Files.readAllLines(target.folder().resolve(file))) {
            String[] parts = line.split("\t");
            outcomes.put(parts[0], parts[1]);
        }
        return outcomes;
    }

    private static long linked(Map<String, String> outcomes) {
        return outcomes.values().stream().filter(LINKED::equals).count();
    }

    private static Map<String, String> differences(Map<String, String> before, Map<String, String> after) {
        Map<String, String> differences = new TreeMap<>();
        before.forEach((name, outcome) -> {
            if (!outcome.equals(after.get(name))) {
                differences.put(name, outcome + " before, " + after.get(name) + " after");
            }
        });
        return differences;
    }
}

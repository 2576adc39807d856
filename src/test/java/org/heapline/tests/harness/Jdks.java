package org.heapline.tests.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The JDKs of this machine: one of each feature release from 17 on, the running one always among them. */
public final class Jdks {
    private static final Pattern VERSION = Pattern.compile("^JAVA_VERSION=\"?(([0-9]+)[^\"]*)\"?$");
    private static final int OLDEST = 17;
    private static final Jdk RUNNING =
            read(Path.of(System.getProperty("java.home"))).orElseThrow();
    private static final List<Jdk> FOUND = search();

    private Jdks() {}

    /** Every JDK that was found, oldest first. */
    public static List<Jdk> found() {
        return FOUND;
    }

    /** The JDK that runs the tests. */
    public static Jdk running() {
        return RUNNING;
    }

    private static List<Jdk> search() {
        Map<Integer, Jdk> byFeature = new TreeMap<>();
        byFeature.put(RUNNING.feature(), RUNNING);
        for (Path candidate : candidates()) {
            read(candidate)
                    .filter(jdk -> jdk.feature() >= OLDEST)
                    .ifPresent(jdk -> byFeature.putIfAbsent(jdk.feature(), jdk));
        }
        return List.copyOf(byFeature.values());
    }

    private static List<Path> candidates() {
        List<Path> candidates = new ArrayList<>();
        List<Path> parents = new ArrayList<>();
        for (Map.Entry<String, String> variable : System.getenv().entrySet()) {
            if (variable.getKey().matches("(JAVA|JDK)_?[0-9]*_?HOME(_[0-9]+.*)?")
                    && !variable.getValue().isBlank()) {
                candidates.add(Path.of(variable.getValue()));
                parents.add(Path.of(variable.getValue()).toAbsolutePath().getParent());
            }
        }
        Path user = Path.of(System.getProperty("user.home"));
        parents.add(RUNNING.home().getParent());
        parents.add(Path.of("/usr/lib/jvm"));
        parents.add(Path.of("/Library/Java/JavaVirtualMachines"));
        parents.add(user.resolve(".sdkman/candidates/java"));
        parents.add(user.resolve(".jdks"));
        for (Path parent : parents) {
            candidates.addAll(children(parent));
        }
        return candidates;
    }

    private static List<Path> children(Path parent) {
        if (parent == null || !Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(parent)) {
            return children.sorted()
                    .flatMap(child -> Stream.of(child, child.resolve("Contents/Home")))
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static Optional<Jdk> read(Path home) {
        Path release = home.resolve("release");
        if (!Files.isRegularFile(release) || !Files.isDirectory(home.resolve("jmods")) && !hasCompiler(home)) {
            return Optional.empty();
        }
        try {
            for (String line : Files.readAllLines(release)) {
                Matcher matcher = VERSION.matcher(line.strip());
                if (matcher.matches()) {
                    int feature = Integer.parseInt(matcher.group(2));
                    Jdk jdk = new Jdk(home.toRealPath(), feature, matcher.group(1));
                    return Files.isExecutable(jdk.java()) ? Optional.of(jdk) : Optional.empty();
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean hasCompiler(Path home) {
        return Files.exists(home.resolve(Jdk.windows() ? "bin/javac.exe" : "bin/javac"));
    }
}

package org.heapline.bench.run;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A JDK of this machine. */
record Jdk(Path home, int feature, String version) {
    private static final int OLDEST = 17;

    /** The java command. */
    String java() {
        return home.resolve("bin").resolve("java").toString();
    }

    /** One of each feature release, oldest first: the running one, and what lies beside it. */
    static List<Jdk> found() {
        Path running = Path.of(System.getProperty("java.home"));
        List<Path> homes = new ArrayList<>(List.of(running));
        try (Stream<Path> beside = Files.list(running.toRealPath().getParent())) {
            beside.sorted().forEach(homes::add);
        } catch (IOException e) {
            throw new IllegalStateException("the folder of " + running + " cannot be read: " + e.getMessage(), e);
        }
        System.getenv().forEach((name, value) -> {
            if (name.startsWith("JAVA_HOME") && !value.isBlank()) {
                homes.add(Path.of(value));
            }
        });
        Map<Integer, Jdk> byFeature = new TreeMap<>();
        for (Path home : homes) {
            if (Files.isRegularFile(home.resolve("release")) && Files.isRegularFile(home.resolve("lib/modules"))) {
                Jdk jdk = read(home);
                if (jdk.feature >= OLDEST) {
                    byFeature.putIfAbsent(jdk.feature, jdk);
                }
            }
        }
        return List.copyOf(byFeature.values());
    }

    private static Jdk read(Path home) {
        Properties release = new Properties();
        try (Reader in = Files.newBufferedReader(home.resolve("release"))) {
            release.load(in);
        } catch (IOException e) {
            throw new IllegalStateException("the release file of " + home + " cannot be read: " + e.getMessage(), e);
        }
        String version = release.getProperty("JAVA_VERSION", "0").replace("\"", "");
        return new Jdk(home, Runtime.Version.parse(version).feature(), version);
    }
}

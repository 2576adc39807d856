package org.heapline.tests.harness;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The sources of a target program, laid out as a project of its own and compiled: {@code src/main/java} with the sources
 * and {@code classes} beside it.
 *
 * @param folder the project's folder
 * @param libraries the jars it stands on, as a class path; empty for none
 */
public record TargetSources(Path folder, String libraries) {
    private static final Duration BOUND = Duration.ofSeconds(120);
    private static final Map<String, TargetSources> COMPILED = new ConcurrentHashMap<>();

    /**
     * The sources in {@code resources/targets/<name>}, compiled once in the life of the tests.
     *
     * @param options of javac, such as {@code --release}, {@code 8}, {@code -g}; the target runs with what {@code -cp} says
     */
    public static TargetSources compiled(String name, String... options) {
        return withGenerated(name, Map.of(), options);
    }

    /**
     * The same with sources that are too long to be written by hand.
     *
     * @param generated their texts by file, such as {@code com/acme/Cart.java}
     */
    public static TargetSources withGenerated(String name, Map<String, String> generated, String... options) {
        List<String> given = List.of(options);
        return COMPILED.computeIfAbsent(
                name + String.join("", given), key -> build(key, name, generated, Jdks.running(), given));
    }

    /** The sources in {@code resources/targets/<name>}, in the language of another JDK and compiled by it. */
    public static TargetSources compiledBy(Jdk jdk, String name, String... options) {
        List<String> given = List.of(options);
        return COMPILED.computeIfAbsent(
                name + jdk.feature() + String.join("", given), key -> build(key, name, Map.of(), jdk, given));
    }

    /** What it is started with. */
    public String classPath() {
        return libraries.isEmpty() ? classes().toString() : classes() + File.pathSeparator + libraries;
    }

    /** What programs in the JVM's other languages stand on, as a class path. */
    public static String librariesOfOtherLanguages() {
        return OtherCompilers.libraries();
    }

    /** Where the classes are. */
    public Path classes() {
        return folder.resolve("classes");
    }

    /** The lines of a source file. */
    public List<String> lines(String file) {
        try {
            return Files.readAllLines(sources().resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The source files whose lines say what they must read. */
    public List<String> expectant() {
        try (Stream<Path> files = Files.walk(sources())) {
            return files.filter(Files::isRegularFile)
                    .map(file -> sources().relativize(file).toString().replace('\\', '/'))
                    .filter(file -> !Expectation.in(lines(file)).isEmpty())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The number of the only line that has the text in it. */
    public int lineOf(String file, String text) {
        List<String> lines = lines(file);
        int found = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(text)) {
                if (found != 0) {
                    throw new IllegalArgumentException(text + " is on lines " + found + " and " + (i + 1));
                }
                found = i + 1;
            }
        }
        if (found == 0) {
            throw new IllegalArgumentException(text + " is nowhere in " + file);
        }
        return found;
    }

    private Path sources() {
        return folder.resolve("src").resolve("main").resolve("java");
    }

    private static TargetSources build(
            String key, String name, Map<String, String> generated, Jdk jdk, List<String> options) {
        try {
            int libraries = options.indexOf("-cp");
            TargetSources project = new TargetSources(
                    TestFolder.fresh("targets/" + Integer.toHexString(key.hashCode()) + "-" + name),
                    libraries < 0 ? "" : options.get(libraries + 1));
            copy("targets/common", project.sources());
            copy("targets/" + name, project.sources());
            for (Map.Entry<String, String> source : generated.entrySet()) {
                Files.writeString(project.sources().resolve(source.getKey()), source.getValue());
            }
            Files.createDirectories(project.classes());
            project.compile(jdk, options);
            return project;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(String resource, Path to) throws IOException {
        Path from;
        try {
            from = Path.of(
                    Objects.requireNonNull(TargetSources.class.getClassLoader().getResource(resource), resource)
                            .toURI());
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    private void compile(Jdk jdk, List<String> options) throws IOException {
        List<String> all =
                new ArrayList<>(List.of("-d", classes().toString(), "-encoding", "UTF-8", "-proc:none", "-nowarn"));
        all.addAll(options);
        List<Path> sources;
        try (Stream<Path> found = Files.walk(sources())) {
            sources = found.filter(Files::isRegularFile).toList();
        }
        List<Path> files = sources.stream()
                .filter(file -> file.toString().endsWith(".java"))
                .toList();
        if (jdk.equals(Jdks.running())) {
            compileHere(all, files);
        } else {
            files.forEach(file -> all.add(file.toString()));
            all.add(0, jdk.tool("javac").toString());
            try (RunningProcess javac = RunningProcess.start(all.toArray(String[]::new))) {
                if (javac.awaitExit(BOUND) != 0) {
                    throw javac.failure("did not compile a target");
                }
            }
        }
        OtherCompilers.compile(sources, classes());
    }

    private static void compileHere(List<String> options, List<Path> files) throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager manager = javac.getStandardFileManager(null, null, null)) {
            boolean done = javac.getTask(said, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files))
                    .call();
            if (!done) {
                throw new IllegalStateException("A target does not compile:\n" + said);
            }
        }
    }
}

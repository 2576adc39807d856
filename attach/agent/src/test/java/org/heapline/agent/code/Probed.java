package org.heapline.agent.code;

import java.heapline.BeanReader;
import java.heapline.Setup;
import java.heapline.Sums;
import java.heapline.ThreadCounters;
import java.heapline.Threads;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles a class {@code Sample}, gives all its methods probes, and runs {@code static void run()} in this JVM. */
public final class Probed {
    /** Gives a method its id. */
    public interface Ids {
        /** As {@link ClassInstrumenter.Host#profiled}, of a method of the sample. */
        int define(String name, String descriptor, int[] lines);
    }

    private static final class Methods implements ClassInstrumenter.Host {
        final List<int[]> lines = new ArrayList<>();
        final List<Integer> ids = new ArrayList<>();
        final Map<String, String> problems = new TreeMap<>();
        final Ids definer;

        Methods(Ids definer) {
            this.definer = definer;
        }

        @Override
        public boolean wantsAnnotation(String descriptor) {
            return false;
        }

        @Override
        public UsedClasses usedClasses() {
            return UsedClasses.UNKNOWN;
        }

        @Override
        public boolean wantsMethod(String name, String descriptor) {
            return true;
        }

        @Override
        public String sourceMap() {
            return null;
        }

        @Override
        public boolean namesMethods() {
            return true;
        }

        @Override
        public int profiled(String name, String descriptor, String file, int[] numbers, String[] variables) {
            lines.add(numbers);
            ids.add(definer.define(name, descriptor, numbers));
            return ids.get(ids.size() - 1);
        }

        @Override
        public int firstList(int id, String[] variables) {
            return 0;
        }

        @Override
        public void problem(String method, String why) {
            problems.put(method, why);
        }
    }

    private final Methods methods;

    private Probed(Ids ids) {
        methods = new Methods(ids);
    }

    /** Runs the sample; its exception, if it has one, is swallowed: what is counted all the same is the point. */
    static Probed run(Path folder, String source, boolean sharedMemory) throws Exception {
        return run(folder, source, sharedMemory, (name, descriptor, lines) -> Threads.define(lines.length));
    }

    /** As {@link #run(Path, String, boolean)}, with ids from elsewhere. */
    public static Probed run(Path folder, String source, boolean sharedMemory, Ids ids) throws Exception {
        Setup.choose(new BeanReader(), "mxbean: test");
        Probed probed = new Probed(ids);
        compile(folder, source);
        ClassLoader loader = probed.loader(folder, sharedMemory);
        // As the agent does: else the first line pays for the search of the probes through this loader.
        for (String each : new String[] {"Probes", "MemoryProbes", "ThreadCounters", "MaxMem", "HeapReader"}) {
            Class.forName("java.heapline." + each, true, loader);
        }
        try {
            loader.loadClass("Sample").getMethod("run").invoke(null);
        } catch (java.lang.reflect.InvocationTargetException e) {
            if (!(e.getCause() instanceof IllegalStateException)) {
                throw e;
            }
        }
        return probed;
    }

    private static void compile(Path folder, String source) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        JavaFileObject file =
                new SimpleJavaFileObject(URI.create("string:///Sample.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        boolean compiled = compiler.getTask(
                        null, null, null, List.of("-g", "-d", folder.toString()), null, List.of(file))
                .call();
        if (!compiled) {
            throw new IllegalArgumentException("the sample does not compile");
        }
    }

    /** The classes of a sample with probes, by name. */
    static Map<String, byte[]> instrumented(Path folder, String source) throws Exception {
        compile(folder, source);
        return new Probed((name, descriptor, lines) -> 0).classes(folder, false);
    }

    private Map<String, byte[]> classes(Path folder, boolean sharedMemory) throws Exception {
        Map<String, byte[]> classes = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path each : files.toList()) {
                byte[] original = Files.readAllBytes(each);
                byte[] changed = new ClassInstrumenter(sharedMemory).instrument(original, methods);
                String name = each.getFileName().toString().replace(".class", "");
                classes.put(name, changed == null ? original : changed);
            }
        }
        return classes;
    }

    private ClassLoader loader(Path folder, boolean sharedMemory) throws Exception {
        Map<String, byte[]> classes = classes(folder, sharedMemory);
        return new ClassLoader(null) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                byte[] bytes = classes.get(name);
                if (bytes == null) {
                    throw new ClassNotFoundException(name);
                }
                return defineClass(name, bytes, 0, bytes.length);
            }
        };
    }

    /** Occurrences of a source line, over all methods. */
    public long occurrences(int line) {
        return sum(line, 0);
    }

    /** Increment of a source line, over all methods. */
    long increment(int line) {
        return sum(line, 1);
    }

    /** Self of a source line, over all methods. */
    public long self(int line) {
        return sum(line, 2);
    }

    Map<String, String> problems() {
        return methods.problems;
    }

    private long sum(int line, int counter) {
        Sums all = new Sums();
        Threads.sum(Threads.base(), all);
        long sum = 0;
        for (int m = 0; m < methods.ids.size(); m++) {
            long[] counters = all.of(methods.ids.get(m) - Threads.base());
            if (counters == null) {
                continue;
            }
            for (int i = 0; i < methods.lines.get(m).length; i++) {
                if (methods.lines.get(m)[i] == line) {
                    sum += counters[i * ThreadCounters.WIDTH + counter];
                }
            }
        }
        return sum;
    }
}

package org.heapline.profile.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.heapline.profile.LineStats;
import org.heapline.profile.MethodStats;
import org.heapline.profile.Snapshot;

/**
 * Finds the text of classes: in the roots that the user named, in the module whose build made the class, below the
 * target's working folder, in source jars (beside the jar and in the local Maven and Gradle caches), in the jar itself,
 * in the JDK; else decompiles the class.
 *
 * <p>Answers are kept. May be used from any thread; a search reads files and may take a second when it has to
 * decompile. Never throws: what is odd is not found, and the answer says where it looked.
 */
public final class SourceFinder {
    /** How long a whole snapshot is decompiled. */
    public static final Duration LONGEST_DECOMPILING = Duration.ofSeconds(20);

    private record Wanted(String file, String location, String topClass) {}

    private final SourceRoots roots;
    private volatile List<Path> userRoots;
    private final SourceJars jars;
    private final ClassDecompiler decompiler;
    private final Map<Wanted, SourceSearch> searches = new ConcurrentHashMap<>();

    /**
     * @param classFiles gives the class file of a class by its name ({@code com.acme.Cart$Item}), or an empty array; may
     *     be called from any thread, and may fail
     */
    public SourceFinder(SourceRoots roots, Function<String, byte[]> classFiles) {
        this(roots, classFiles, Path.of(System.getProperty("user.home", "")));
    }

    SourceFinder(SourceRoots roots, Function<String, byte[]> classFiles, Path home) {
        this.roots = roots;
        this.userRoots = roots.userRoots();
        this.jars = new SourceJars(home);
        this.decompiler = new ClassDecompiler(classFiles);
    }

    /** Looks in these folders and archives from now on, before anywhere else, in place of those named before. */
    public void userRoots(List<Path> newRoots) {
        if (!newRoots.equals(userRoots)) {
            userRoots = List.copyOf(newRoots);
            searches.clear();
        }
    }

    /**
     * Finds a text.
     *
     * @param className as in {@link MethodStats#className()}
     * @param file as in {@link MethodStats#file()}; if empty, the file that the class's name asks for
     * @param location as in {@link MethodStats#location()}
     */
    public SourceSearch find(String className, String file, String location) {
        try (Archives archives = new Archives()) {
            return find(wanted(className, file, location), true, archives);
        }
    }

    /** As {@link #withSources(Snapshot, IntConsumer)}, without a word. */
    public Snapshot withSources(Snapshot snapshot) {
        return withSources(snapshot, files -> {});
    }

    /**
     * The snapshot with the sources of all methods that ran, as far as they are found. Keeps those it has. Decompiles
     * for at most {@link #LONGEST_DECOMPILING}, the methods with the most Self first; what comes after that stays without
     * a text.
     *
     * @param decompiling is told, once and on this thread, how many files have no source and are about to be decompiled
     * @throws CancellationException if the thread is interrupted; it stays interrupted
     */
    public Snapshot withSources(Snapshot snapshot, IntConsumer decompiling) {
        return withSources(snapshot, LONGEST_DECOMPILING, decompiling);
    }

    Snapshot withSources(Snapshot snapshot, Duration longestDecompiling, IntConsumer decompiling) {
        Map<String, String> sources = new HashMap<>(snapshot.sources());
        Set<Wanted> hottestFirst = new LinkedHashSet<>();
        snapshot.methods().stream()
                .filter(m -> !m.file().isEmpty() && m.lines().stream().anyMatch(LineStats::ran))
                .sorted(Comparator.comparingLong(MethodStats::selfBytes).reversed())
                .forEach(m -> hottestFirst.add(wanted(m.className(), m.file(), m.location())));
        try (Archives archives = new Archives()) {
            hottestFirst.forEach(each -> add(each, false, archives, sources));
            hottestFirst.removeIf(each -> sources.containsKey(each.file));
            if (!hottestFirst.isEmpty()) {
                decompiling.accept(
                        (int) hottestFirst.stream().map(Wanted::file).distinct().count());
            }
            long begin = System.nanoTime();
            for (Wanted each : hottestFirst) {
                if (System.nanoTime() - begin < longestDecompiling.toNanos()) {
                    add(each, true, archives, sources);
                }
            }
        }
        return snapshot.withSources(sources);
    }

    private void add(Wanted wanted, boolean decompile, Archives archives, Map<String, String> sources) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("looking for sources was cancelled");
        }
        if (!sources.containsKey(wanted.file)) {
            SourceText found = find(wanted, decompile, archives).found();
            if (found != null) {
                sources.put(wanted.file, found.text());
            }
        }
    }

    private static Wanted wanted(String className, String file, String location) {
        String topClass = NestedClasses.topOf(className);
        return new Wanted(file.isEmpty() ? topClass.replace('.', '/') + ".java" : file, location, topClass);
    }

    private SourceSearch find(Wanted wanted, boolean decompile, Archives archives) {
        SourceSearch known = searches.get(wanted);
        if (known == null) {
            known = search(wanted, decompile, archives);
            // What an interrupted search has not found may be there all the same.
            if ((known.found() != null || decompile) && !Thread.currentThread().isInterrupted()) {
                searches.put(wanted, known);
            }
        }
        return known;
    }

    private SourceSearch search(Wanted wanted, boolean decompile, Archives archives) {
        Set<String> looked = new LinkedHashSet<>();
        for (Place place : places(wanted, archives, looked)) {
            try {
                Optional<SourceText> text = place.read(wanted.file, archives);
                if (text.isPresent()) {
                    return new SourceSearch(text.get(), List.copyOf(looked));
                }
                looked.add(place.looked(wanted.file));
            } catch (IOException | InvalidPathException e) {
                looked.add(place.looked(wanted.file) + " (" + e.getMessage() + ")");
            }
        }
        return decompile ? decompile(wanted, looked) : new SourceSearch(null, List.copyOf(looked));
    }

    private SourceSearch decompile(Wanted wanted, Set<String> looked) {
        try {
            String text = decompiler.decompile(wanted.topClass);
            String origin = "decompiled from " + wanted.topClass;
            return new SourceSearch(new SourceText(text, origin, true), List.copyOf(looked));
        } catch (DecompileException e) {
            looked.add("the class file of " + wanted.topClass + " (" + e.getMessage() + ")");
            return new SourceSearch(null, List.copyOf(looked));
        }
    }

    private List<Place> places(Wanted wanted, Archives archives, Set<String> looked) {
        List<Place> places = new ArrayList<>();
        if (isOdd(wanted.file)) {
            looked.add("nowhere: \"" + wanted.file + "\" is no path of a source file");
            return places;
        }
        for (Path root : userRoots) {
            addUserRoot(root, places);
        }
        ClassLocation location = ClassLocation.of(wanted.location);
        addLocation(
                location.path() == null && location.module().isEmpty() ? inClassPath(wanted, archives) : location,
                archives,
                places,
                looked);
        Path working = roots.workingFolder();
        if (working != null && location.module().isEmpty()) {
            places.addAll(BuildModule.sources(working, false));
            places.add(new Place.Folder(working));
        }
        Path javaHome = roots.javaHome();
        if (javaHome != null && (!location.module().isEmpty() || location.path() == null)) {
            places.addAll(JdkSources.of(javaHome, location.module()));
        }
        return places;
    }

    private static void addUserRoot(Path root, List<Place> places) {
        places.add(Place.of(root));
        if (Files.isDirectory(root)) {
            places.addAll(BuildModule.sources(root, false));
        }
    }

    private void addLocation(ClassLocation location, Archives archives, List<Place> places, Set<String> looked) {
        Path path = location.path();
        if (path == null) {
            return;
        }
        if (path.toString().matches(".*\\.(?:java|kts?|scala|groovy)")) {
            places.add(new Place.SingleFile(path));
            return;
        }
        if (location.nested().isEmpty()) {
            places.addAll(BuildModule.ofOutput(path));
        }
        if (Files.isDirectory(path)) {
            places.add(new Place.Folder(path));
            return;
        }
        try {
            places.addAll(jars.of(path, location.nested(), archives));
        } catch (IOException e) {
            looked.add(path + " (" + e.getMessage() + ")");
        }
    }

    /** The class path entry that holds the class, when the class itself does not tell. */
    private ClassLocation inClassPath(Wanted wanted, Archives archives) {
        String entry = wanted.topClass.replace('.', '/') + ".class";
        for (Path path : roots.classPath()) {
            if (holds(path, entry, archives)) {
                return new ClassLocation(path, "", "");
            }
        }
        return ClassLocation.UNKNOWN;
    }

    private static boolean holds(Path path, String entry, Archives archives) {
        try {
            if (Files.isDirectory(path)) {
                return Files.isRegularFile(path.resolve(entry));
            }
            return Files.isRegularFile(path) && archives.open(path).getEntry(entry) != null;
        } catch (IOException | InvalidPathException e) {
            // An entry that cannot be read holds nothing for us; the class path may name what is not there.
            return false;
        }
    }

    private static boolean isOdd(String file) {
        try {
            Path path = Path.of(file);
            return path.isAbsolute()
                    || !path.equals(path.normalize())
                    || path.startsWith("..")
                    || path.getRoot() != null;
        } catch (InvalidPathException e) {
            return true;
        }
    }
}

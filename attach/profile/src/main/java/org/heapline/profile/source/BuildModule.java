package org.heapline.profile.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The source folders of a module of a build, as Maven, Gradle, sbt and the IDEs lay them. */
final class BuildModule {
    private static final List<String> LANGUAGES = List.of("java", "kotlin", "scala", "groovy");
    private static final List<String> GENERATED = List.of(
            "target/generated-sources/annotations",
            "target/generated-sources",
            "build/generated/sources/annotationProcessor/java/main",
            "build/generated/ksp/main/kotlin");
    /** How far above a folder of classes its module may be: build/classes/java/main. */
    private static final int DEEPEST_OUTPUT = 4;

    private static final List<String> OUTPUT_FOLDERS = List.of("target", "build", "out", "bin");

    private BuildModule() {}

    /** The source folders below a module's folder, whether they exist or not. */
    static List<Place> sources(Path module, boolean testsFirst) {
        List<Place> places = new ArrayList<>();
        List<String> sets = testsFirst ? List.of("test", "main") : List.of("main", "test");
        for (String set : sets) {
            for (String language : LANGUAGES) {
                places.add(new Place.Folder(module.resolve("src").resolve(set).resolve(language)));
            }
        }
        places.add(new Place.Folder(module.resolve("src")));
        GENERATED.forEach(folder -> places.add(new Place.Folder(module.resolve(folder))));
        return places;
    }

    /** The source folders of the module that a folder of classes or a jar was built by. */
    static List<Place> ofOutput(Path output) {
        Path module = moduleOf(output);
        if (module == null) {
            return List.of();
        }
        boolean tests = output.toString().contains("test");
        return sources(module, tests);
    }

    private static @Nullable Path moduleOf(Path output) {
        Path folder = output;
        for (int up = 0; up < DEEPEST_OUTPUT && folder != null; up++, folder = folder.getParent()) {
            Path name = folder.getFileName();
            if (name != null && OUTPUT_FOLDERS.contains(name.toString())) {
                return folder.getParent();
            }
        }
        return null;
    }
}

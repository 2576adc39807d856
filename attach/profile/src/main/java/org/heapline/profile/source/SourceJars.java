package org.heapline.profile.source;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Source jars of a jar: beside it, and in the local caches of Maven and Gradle. */
final class SourceJars {
    private final Path mavenRepository;
    private final Path gradleFiles;

    /** @param home the user's home folder, in which the caches are */
    SourceJars(Path home) {
        this.mavenRepository = home.resolve(".m2/repository");
        this.gradleFiles = home.resolve(".gradle/caches/modules-2/files-2.1");
    }

    /** Where the sources of a jar's classes may be, whether they exist or not. */
    List<Place> of(Path jar, String nested, Archives archives) throws IOException {
        List<Place> places = new ArrayList<>();
        Optional<Artifact> artifact = Optional.empty();
        if (nested.isEmpty()) {
            beside(jar, places);
            besideInGradle(jar, places);
            artifact = Files.isRegularFile(jar) ? archives.artifact(jar) : Optional.empty();
        } else if (Files.isRegularFile(jar)) {
            artifact = Artifact.ofNested(archives.open(jar), nested);
        }
        if (artifact.isPresent()) {
            inMaven(artifact.get(), places);
            inGradle(artifact.get(), places);
        }
        if (nested.isEmpty()) {
            places.add(new Place.Archive(jar, ""));
            places.add(new Place.Archive(jar, "BOOT-INF/classes/"));
        }
        return places;
    }

    private static void beside(Path jar, List<Place> places) {
        String name = jar.getFileName() == null ? "" : jar.getFileName().toString();
        String base = name.replaceFirst("\\.[^.]*$", "");
        for (String suffix : List.of("-sources.jar", "-src.jar", "-src.zip")) {
            places.add(new Place.Archive(jar.resolveSibling(base + suffix), ""));
        }
    }

    /** Gradle keeps each file of an artifact in a folder of its own, named by its hash. */
    private static void besideInGradle(Path jar, List<Place> places) throws IOException {
        Path version = jar.getParent() == null ? null : jar.getParent().getParent();
        if (version != null && jar.toString().replace('\\', '/').contains("/files-2.1/")) {
            hashed(version, places);
        }
    }

    private void inMaven(Artifact artifact, List<Place> places) {
        places.add(new Place.Archive(
                mavenRepository
                        .resolve(artifact.group().replace('.', '/'))
                        .resolve(artifact.name())
                        .resolve(artifact.version())
                        .resolve(artifact.sourcesJar()),
                ""));
    }

    private void inGradle(Artifact artifact, List<Place> places) throws IOException {
        hashed(gradleFiles.resolve(artifact.group()).resolve(artifact.name()).resolve(artifact.version()), places);
    }

    private static void hashed(Path version, List<Place> places) throws IOException {
        if (!Files.isDirectory(version)) {
            return;
        }
        try (DirectoryStream<Path> hashes = Files.newDirectoryStream(version, Files::isDirectory)) {
            for (Path hash : hashes) {
                try (DirectoryStream<Path> jars = Files.newDirectoryStream(hash, "*-sources.jar")) {
                    jars.forEach(jar -> places.add(new Place.Archive(jar, "")));
                }
            }
        }
    }
}

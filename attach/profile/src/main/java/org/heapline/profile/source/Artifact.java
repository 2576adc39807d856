package org.heapline.profile.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.Optional;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/** The coordinates under which a jar was published. */
record Artifact(String group, String name, String version) {
    String sourcesJar() {
        return name + "-" + version + "-sources.jar";
    }

    /** The coordinates that a jar carries; empty if none or, as in a merged jar, several. */
    static Optional<Artifact> of(ZipFile jar) throws IOException {
        Optional<Artifact> found = Optional.empty();
        for (Enumeration<? extends ZipEntry> all = jar.entries(); all.hasMoreElements(); ) {
            ZipEntry entry = all.nextElement();
            if (isCoordinates(entry)) {
                if (found.isPresent()) {
                    return Optional.empty();
                }
                try (InputStream in = jar.getInputStream(entry)) {
                    found = read(in);
                }
            }
        }
        return found;
    }

    /** The coordinates of a jar that lies in another jar. */
    static Optional<Artifact> ofNested(ZipFile outer, String nested) throws IOException {
        ZipEntry entry = outer.getEntry(nested);
        if (entry == null) {
            return Optional.empty();
        }
        try (ZipInputStream inner = new ZipInputStream(outer.getInputStream(entry))) {
            for (ZipEntry next = inner.getNextEntry(); next != null; next = inner.getNextEntry()) {
                if (isCoordinates(next)) {
                    return read(inner);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isCoordinates(ZipEntry entry) {
        return entry.getName().startsWith("META-INF/maven/") && entry.getName().endsWith("/pom.properties");
    }

    private static Optional<Artifact> read(InputStream in) throws IOException {
        Properties properties = new Properties();
        properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        Artifact artifact = new Artifact(
                properties.getProperty("groupId", ""),
                properties.getProperty("artifactId", ""),
                properties.getProperty("version", ""));
        boolean whole = !artifact.group.isEmpty() && !artifact.name.isEmpty() && !artifact.version.isEmpty();
        return whole ? Optional.of(artifact) : Optional.empty();
    }
}

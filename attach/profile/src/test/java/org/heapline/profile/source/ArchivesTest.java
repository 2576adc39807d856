package org.heapline.profile.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchivesTest {
    private static final String ENTRY = "META-INF/maven/com.acme/cart/pom.properties";

    @TempDir
    Path folder;

    @Test
    void anArchiveIsOpenedOnceAndClosedAtTheEnd() throws IOException {
        Path jar = jar("cart.jar");
        ZipFile opened;
        try (Archives archives = new Archives()) {
            opened = archives.open(jar);
            assertSame(opened, archives.open(jar));
            assertEquals(Optional.of(new Artifact("com.acme", "cart", "1.2")), archives.artifact(jar));
            assertEquals(
                    "cart-1.2-sources.jar", archives.artifact(jar).orElseThrow().sourcesJar());
        }
        assertThrows(IllegalStateException.class, () -> opened.getEntry(ENTRY));
    }

    @Test
    void ofVeryManyOnlyTheLatestStayOpen() throws IOException {
        List<ZipFile> opened = new ArrayList<>();
        Path first = jar("0.jar");
        try (Archives archives = new Archives()) {
            for (int i = 0; i < 60; i++) {
                opened.add(archives.open(jar(i + ".jar")));
                assertSame(opened.get(0), archives.open(first), "in use all the time");
            }
            assertThrows(IllegalStateException.class, () -> opened.get(1).getEntry(ENTRY));
            assertNotNull(opened.get(59).getEntry(ENTRY));
            assertNotNull(archives.open(folder.resolve("1.jar")).getEntry(ENTRY), "opened again");
        }
    }

    @Test
    void whatIsNoArchiveIsSaidEachTime() throws IOException {
        Path text = Files.writeString(folder.resolve("text.jar"), "no archive");
        try (Archives archives = new Archives()) {
            assertThrows(IOException.class, () -> archives.open(text));
            assertThrows(IOException.class, () -> archives.artifact(text));
        }
    }

    private Path jar(String name) throws IOException {
        Path jar = folder.resolve(name);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry(ENTRY));
            zip.write("groupId=com.acme\nartifactId=cart\nversion=1.2\n".getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }
}

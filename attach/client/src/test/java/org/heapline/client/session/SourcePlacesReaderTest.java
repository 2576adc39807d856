package org.heapline.client.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcePlacesReaderTest {
    @TempDir
    private Path folder;

    @Test
    void entriesOfTheClassPathAreMadeAbsolute() {
        assertEquals(
                List.of(folder.resolve("lib/a.jar"), folder.resolve("classes")),
                classPath("java.class.path", "lib/a.jar" + File.pathSeparator + "./classes"));
    }

    @Test
    void aFolderOfModulesIsThoseModules() throws IOException {
        Path modules = Files.createDirectories(folder.resolve("mods"));
        Path exploded = Files.createDirectories(modules.resolve("com.acme"));
        Path jar = Files.createFile(modules.resolve("lib.jar"));
        Files.createFile(modules.resolve("readme.txt"));
        assertEquals(List.of(exploded, jar), classPath("jdk.module.path", "mods"));
    }

    @Test
    void aModuleOfTheModulePathIsTakenAsItIs() throws IOException {
        Path module = Files.createDirectories(folder.resolve("com.acme"));
        Files.createDirectories(module.resolve("com"));
        Files.createFile(module.resolve("module-info.class"));
        assertEquals(
                List.of(module, folder.resolve("lib.jar")),
                classPath("jdk.module.path", "com.acme" + File.pathSeparator + "lib.jar"));
    }

    private List<Path> classPath(String key, String value) {
        Properties properties = new Properties();
        properties.setProperty("user.dir", folder.toString());
        properties.setProperty(key, value);
        return SourcePlacesReader.from(properties).classPath();
    }
}

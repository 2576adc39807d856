package org.heapline.profile.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.heapline.profile.LineStats;
import org.heapline.profile.MethodStats;
import org.heapline.profile.Samples;
import org.heapline.profile.Snapshot;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceFinderTest {
    private static final String FILE = "com/acme/Cart.java";
    private static final String TEXT = "package com.acme;\nclass Cart { /* the source */ }\n";

    @TempDir
    Path folder;

    private Path home;

    @BeforeEach
    void home() throws IOException {
        home = Files.createDirectory(folder.resolve("home"));
    }

    private SourceFinder finder(
            @Nullable Path working, @Nullable Path javaHome, List<Path> user, List<Path> classPath) {
        return new SourceFinder(new SourceRoots(user, classPath, working, javaHome), name -> new byte[0], home);
    }

    private SourceFinder finder() {
        return finder(null, null, List.of(), List.of());
    }

    private static void found(Path where, SourceSearch search) {
        SourceText text = search.found();
        assertNotNull(text, () -> "looked at " + search.looked());
        assertEquals(TEXT, text.text());
        assertTrue(text.origin().startsWith(where.toString()), text.origin());
        assertTrue(!text.decompiled());
    }

    private Path jar(String path, String... entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < entries.length; i += 2) {
                zip.putNextEntry(new ZipEntry(entries[i]));
                zip.write(entries[i + 1].getBytes(UTF_8));
            }
        }
        Path jar = folder.resolve(path);
        Files.createDirectories(jar.getParent());
        return Files.write(jar, bytes.toByteArray());
    }

    @ParameterizedTest
    @CsvSource({
        "target/classes/, src/main/java",
        "target/classes/, src/main/kotlin",
        "target/classes/, src/test/java",
        "target/test-classes/, src/test/java",
        "build/classes/java/main/, src/main/java",
        "build/classes/kotlin/main/, src/main/kotlin",
        "build/libs/shop.jar, src/main/java",
        "target/shop-1.0.jar, src/main/java",
        "out/production/shop/, src",
        "bin/, src",
        "target/classes/, target/generated-sources/annotations"
    })
    void findsTheSourceFoldersOfTheModuleThatBuiltTheClass(String output, String sources) throws IOException {
        Path module = folder.resolve("shop");
        Path classes = module.resolve(output);
        Files.createDirectories(output.endsWith("/") ? classes : classes.getParent());
        Path source = Compiled.write(module.resolve(sources).resolve(FILE), TEXT);
        found(source, finder().find("com.acme.Cart$Item", FILE, classes.toUri().toString()));
    }

    @Test
    void aModulesOwnSourceGoesBeforeTheWorkingFoldersAndTheUsersGoesFirst() throws IOException {
        Path module = folder.resolve("build/shop");
        Path classes = Files.createDirectories(module.resolve("target/classes"));
        Path working = folder.resolve("build");
        Path below = Compiled.write(working.resolve("src/main/java").resolve(FILE), TEXT);
        SourceFinder finder = finder(working, null, List.of(), List.of());
        found(below, finder.find("com.acme.Cart", FILE, ""));
        Path own = Compiled.write(module.resolve("src/main/java").resolve(FILE), TEXT);
        found(own, finder.find("com.acme.Cart", FILE, classes.toUri().toString()));
        Path users = Compiled.write(folder.resolve("mine").resolve(FILE), TEXT);
        finder.userRoots(List.of(folder.resolve("mine")));
        found(users, finder.find("com.acme.Cart", FILE, classes.toUri().toString()));
    }

    @Test
    void aUsersRootMayBeAnArchiveOrAModule() throws IOException {
        Path zip = jar("mine/sources.zip", FILE, TEXT);
        found(zip, finder(null, null, List.of(zip), List.of()).find("com.acme.Cart", FILE, ""));
        Path module = folder.resolve("module");
        Path source = Compiled.write(module.resolve("src/main/java").resolve(FILE), TEXT);
        found(source, finder(null, null, List.of(module), List.of()).find("com.acme.Cart", FILE, ""));
    }

    @Test
    void findsASourcesJarBesideTheJar() throws IOException {
        Path jar = jar("lib/cart-1.0.jar", "x", "");
        Path sources = jar("lib/cart-1.0-sources.jar", FILE, TEXT);
        found(sources, finder().find("com.acme.Cart", FILE, jar.toUri().toString()));
        found(sources, finder().find("com.acme.Cart", FILE, "jar:" + jar.toUri() + "!/"));
    }

    @Test
    void findsASourcesJarInTheMavenRepositoryByTheJarsCoordinates() throws IOException {
        Path jar = jar(
                "deploy/lib/cart.jar",
                "META-INF/maven/com.acme/cart/pom.properties",
                "groupId=com.acme\nartifactId=cart\nversion=2.1\n");
        Path sources = jar("home/.m2/repository/com/acme/cart/2.1/cart-2.1-sources.jar", FILE, TEXT);
        found(sources, finder().find("com.acme.Cart", FILE, jar.toUri().toString()));
    }

    @Test
    void findsASourcesJarInGradlesCache() throws IOException {
        String version = "home/.gradle/caches/modules-2/files-2.1/com.acme/cart/2.1/";
        Path jar = jar(version + "aa11/cart-2.1.jar", "x", "");
        Path sources = jar(version + "bb22/cart-2.1-sources.jar", FILE, TEXT);
        found(sources, finder().find("com.acme.Cart", FILE, jar.toUri().toString()));
        Path copy = jar(
                "deploy/cart.jar",
                "META-INF/maven/com.acme/cart/pom.properties",
                "groupId=com.acme\nartifactId=cart\nversion=2.1\n");
        found(sources, finder().find("com.acme.Cart", FILE, copy.toUri().toString()));
    }

    @Test
    void findsTheSourcesOfAJarInAnExecutableJar() throws IOException {
        Path inner = jar(
                "tmp/cart-2.1.jar",
                "META-INF/maven/com.acme/cart/pom.properties",
                "groupId=com.acme\nartifactId=cart\nversion=2.1\n");
        Path app = Compiled.jar(
                folder.resolve("deploy/app.jar"), Map.of("BOOT-INF/lib/cart-2.1.jar", Files.readAllBytes(inner)));
        Path sources = jar("home/.m2/repository/com/acme/cart/2.1/cart-2.1-sources.jar", FILE, TEXT);
        found(sources, finder().find("com.acme.Cart", FILE, "jar:" + app.toUri() + "!/BOOT-INF/lib/cart-2.1.jar!/"));
        String nested = "jar:nested:" + app.toUri().getPath() + "/!BOOT-INF/lib/cart-2.1.jar!/";
        found(sources, finder().find("com.acme.Cart", FILE, nested));
    }

    @Test
    void findsSourcesInTheClassesOwnJar() throws IOException {
        Path jar = jar("lib/cart.jar", FILE, TEXT);
        found(jar, finder().find("com.acme.Cart", FILE, jar.toUri().toString()));
    }

    @Test
    void findsTheJdksSourcesByModuleAndWithout() throws IOException {
        Path jdk = folder.resolve("jdk");
        Path zip = jar("jdk/lib/src.zip", "java.base/java/util/Thing.java", TEXT);
        SourceFinder finder = finder(null, jdk, List.of(), List.of());
        found(zip, finder.find("java.util.Thing", "java/util/Thing.java", "jrt:/java.base"));
        found(zip, finder.find("java.util.Thing", "java/util/Thing.java", ""));
        Path old = jar("jdk8/src.zip", "java/util/Thing.java", TEXT);
        found(
                old,
                finder(null, folder.resolve("jdk8/jre"), List.of(), List.of())
                        .find("java.util.Thing", "java/util/Thing.java", ""));
    }

    @Test
    void findsAProgramThatWasStartedFromItsSource() throws IOException {
        Path source = Compiled.write(folder.resolve("scripts/Cart.java"), TEXT);
        found(source, finder().find("com.acme.Cart", FILE, source.toUri().toString()));
        Path working = folder.resolve("scripts");
        found(source, finder(working, null, List.of(), List.of()).find("Cart", "Cart.java", ""));
    }

    @Test
    void findsKotlinBelowTheCommonPackageOnlyIfThePackageIsRight() throws IOException {
        Path module = folder.resolve("shop");
        Path classes = Files.createDirectories(module.resolve("build/classes/kotlin/main"));
        String location = classes.toUri().toString();
        Path wrong = module.resolve("src/main/kotlin/Cart.kt");
        Compiled.write(wrong, "package other\n");
        assertNull(
                finder().find("com.acme.CartKt", "com/acme/Cart.kt", location).found());
        Files.writeString(wrong, TEXT);
        found(wrong, finder().find("com.acme.CartKt", "com/acme/Cart.kt", location));
    }

    @Test
    void aClassThatDoesNotTellItsPlaceIsLookedUpInTheClassPath() throws IOException {
        Path classes = folder.resolve("shop/target/classes");
        Compiled.write(classes.resolve("com/acme/Cart.class"), "x");
        Path source = Compiled.write(folder.resolve("shop/src/main/java").resolve(FILE), TEXT);
        found(
                source,
                finder(null, null, List.of(), List.of(folder.resolve("gone.jar"), classes))
                        .find("com.acme.Cart", "", ""));
    }

    @Test
    void whatHasNoSourceIsDecompiledOnce() throws Exception {
        Path classes = Files.createDirectory(folder.resolve("classes"));
        Compiled.into(
                classes,
                Map.of(FILE, "package com.acme;\n\n\nclass Cart {\n\n  int x() {\n\n    return 42;\n  }\n}\n"));
        AtomicInteger asked = new AtomicInteger();
        SourceFinder finder = new SourceFinder(
                new SourceRoots(List.of(), List.of(), null, null),
                name -> {
                    asked.incrementAndGet();
                    return Compiled.from(classes).apply(name);
                },
                home);
        SourceSearch search = finder.find("com.acme.Cart", FILE, "");
        SourceText text = search.found();
        assertNotNull(text, () -> "looked at " + search.looked());
        assertTrue(text.decompiled());
        assertEquals("decompiled from com.acme.Cart", text.origin());
        assertTrue(text.text().lines().toList().get(7).contains("return 42;"), text.text());
        assertSame(search, finder.find("com.acme.Cart", FILE, ""));
        assertEquals(1, asked.get());
    }

    @Test
    void whatIsNotFoundSaysEverywhereItLooked() throws IOException {
        Path jar = jar("lib/cart-1.0.jar", "x", "");
        SourceSearch search = finder(folder.resolve("work"), folder.resolve("jdk"), List.of(), List.of())
                .find("com.acme.Cart", FILE, jar.toUri().toString());
        assertNull(search.found());
        assertTrue(
                search.looked().contains(folder.resolve("lib/cart-1.0-sources.jar") + "!" + FILE),
                search.looked()::toString);
        assertTrue(
                search.looked()
                        .contains(folder.resolve("work/src/main/java/" + FILE).toString()),
                search.looked()::toString);
        assertEquals(
                "the class file of com.acme.Cart (the target cannot give it)",
                search.looked().get(search.looked().size() - 1));
    }

    @Test
    void aDamagedArchiveIsNamedAndTheSearchGoesOn() throws IOException {
        Path jar = folder.resolve("lib/cart-1.0.jar");
        Compiled.write(jar, "no jar");
        Path source = Compiled.write(folder.resolve("work/src/main/java").resolve(FILE), TEXT);
        SourceSearch search = finder(folder.resolve("work"), null, List.of(), List.of())
                .find("com.acme.Cart", FILE, jar.toUri().toString());
        found(source, search);
        assertTrue(search.looked().stream().anyMatch(l -> l.startsWith(jar + " (")), search.looked()::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "/etc/passwd", "a\0b.java", "com/../../x.java"})
    void aPathThatLeavesItsRootIsNotRead(String file) {
        SourceSearch search = finder(folder, null, List.of(folder), List.of()).find("a.B", file, "");
        assertNull(search.found());
        assertTrue(search.looked().get(0).startsWith("nowhere"), search.looked()::toString);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "http://example.org/x.jar",
                "file:%%%",
                "jar:file:!/",
                "jrt:/",
                "nonsense",
                "file:relative",
                "vfs:/x"
            })
    void anOddLocationIsOnlyNotFound(String location) {
        assertNull(finder(folder, folder, List.of(), List.of())
                .find("com.acme.Cart", FILE, location)
                .found());
        assertNull(finder(folder, folder, List.of(), List.of())
                .find("", "", location)
                .found());
    }

    @Test
    void aSnapshotGetsTheSourcesOfWhatRan() throws IOException {
        Path source = Compiled.write(folder.resolve("src/main/java").resolve(FILE), TEXT);
        Compiled.write(folder.resolve("src/main/java/com/acme/Idle.java"), "idle");
        MethodStats idle =
                new MethodStats("com.acme.Idle", "x", "()V", "com/acme/Idle.java", "", List.of(LineStats.notRun(1)));
        Snapshot bare =
                Samples.with(List.of(Samples.cartMethods().get(0), idle)).withSources(Map.of("kept", "as it is"));
        Snapshot full = finder(folder, null, List.of(), List.of()).withSources(bare);
        assertEquals(Map.of(FILE, TEXT, "kept", "as it is"), full.sources());
        assertTrue(Files.exists(source));
    }

    @Test
    void aSnapshotWaitsForDecompilingOnlySoLong() throws Exception {
        Path classes = Files.createDirectory(folder.resolve("classes"));
        Compiled.into(classes, Map.of(FILE, "package com.acme;\nclass Cart {\n  int x() {\n    return 42;\n  }\n}\n"));
        SourceFinder finder =
                new SourceFinder(new SourceRoots(List.of(), List.of(), null, null), Compiled.from(classes), home);
        Snapshot bare = Samples.with(Samples.cartMethods()).withSources(Map.of());
        List<Integer> told = new ArrayList<>();
        assertEquals(
                Map.of(), finder.withSources(bare, Duration.ZERO, told::add).sources());
        assertEquals(List.of(1), told, "files without a source");
        assertTrue(String.valueOf(finder.withSources(bare).sources().get(FILE)).contains("return 42;"));
    }
}

package org.heapline.tests.rules;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The classes of the modules as the compiler wrote them, before anything is shaded or packed. */
final class House {
    /** The modules with classes in them, as folders below the root of the source tree. */
    static final List<String> MODULES = List.of(
            "attach/probe", "attach/protocol", "attach/agent", "attach/profile", "attach/client", "views", "app");

    private static final Path ROOT = root();

    private House() {}

    /** The classes of one module. */
    static JavaClasses module(String name) {
        return new ClassFileImporter().importPath(classes(name));
    }

    /** The classes of all modules. */
    static JavaClasses all() {
        List<Path> folders = new ArrayList<>();
        for (String module : MODULES) {
            folders.add(classes(module));
        }
        return new ClassFileImporter().importPaths(folders);
    }

    private static Path classes(String module) {
        Path classes = ROOT.resolve(module).resolve("target").resolve("classes");
        if (!Files.isDirectory(classes)) {
            throw new AssertionError(classes + " is missing: build all modules with this one (-am)");
        }
        return classes;
    }

    /** The root of the source tree; the tests run in the folder of their module. */
    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("attach")) || !Files.isRegularFile(folder.resolve("pom.xml"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new AssertionError("The tests do not run inside the source tree");
            }
        }
        return folder;
    }
}

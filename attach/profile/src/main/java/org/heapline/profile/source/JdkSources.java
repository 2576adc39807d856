package org.heapline.profile.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The sources that come with a JDK. */
final class JdkSources {
    private JdkSources() {}

    /**
     * @param javaHome the JDK, or the JRE in it
     * @param module the class's module; empty if unknown, or on a JDK without modules
     */
    static List<Place> of(Path javaHome, String module) {
        List<Place> places = new ArrayList<>();
        Path modular = javaHome.resolve("lib/src.zip");
        places.add(module.isEmpty() ? new Place.AnyModule(modular) : new Place.Archive(modular, module + "/"));
        // Before JDK 9 it lay in the JDK's folder, one above the JRE's.
        places.add(new Place.Archive(javaHome.resolve("src.zip"), ""));
        places.add(new Place.Archive(javaHome.resolveSibling("src.zip"), ""));
        return places;
    }
}

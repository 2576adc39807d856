package org.heapline.tests.harness;

import java.nio.file.Path;

/**
 * A JDK on this machine.
 *
 * @param home its folder, symbolic links followed
 * @param feature the feature release, such as 17
 * @param version the whole version, such as {@code 17.0.15}
 */
public record Jdk(Path home, int feature, String version) {
    /** The launcher. */
    public Path java() {
        return tool("java");
    }

    /** One of its programs. */
    public Path tool(String name) {
        return home.resolve("bin").resolve(windows() ? name + ".exe" : name);
    }

    static boolean windows() {
        return System.getProperty("os.name", "").startsWith("Windows");
    }

    @Override
    public String toString() {
        return "JDK " + version;
    }
}

package org.heapline.profile.source;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a class came from.
 *
 * @param path the folder, jar or source file; null if unknown or not in the file system
 * @param nested name of the jar inside that jar, as executable jars have them; empty if none
 * @param module the JDK's module; empty if it is none
 */
record ClassLocation(@Nullable Path path, String nested, String module) {
    static final ClassLocation UNKNOWN = new ClassLocation(null, "", "");

    /** Reads a code source's URL; what cannot be read is unknown. */
    static ClassLocation of(String url) {
        String text = url.strip();
        if (text.startsWith("jrt:/")) {
            String module = text.substring("jrt:/".length());
            int slash = module.indexOf('/');
            return new ClassLocation(null, "", slash < 0 ? module : module.substring(0, slash));
        }
        String rest = text.startsWith("jar:") ? text.substring("jar:".length()) : text;
        rest = rest.startsWith("nested:") ? "file:" + rest.substring("nested:".length()) : rest;
        int inside = rest.indexOf('!');
        String outer = inside < 0 ? rest : rest.substring(0, inside);
        String nested = inside < 0 ? "" : rest.substring(inside + 1);
        nested = nested.replaceFirst("!?/?$", "").replaceFirst("^/", "");
        if (inside > 0 && outer.endsWith("/")) {
            outer = outer.substring(0, outer.length() - 1);
        }
        try {
            return new ClassLocation(Path.of(new URI(outer)), nested.endsWith(".jar") ? nested : "", "");
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
            return UNKNOWN;
        }
    }
}

package org.heapline.views.source;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.heapline.views.text.Messages;

/**
 * A place where a source file was looked for.
 *
 * @param place a path, an entry of an archive as {@code archive!entry}, or words
 * @param reason why it was not found there
 * @param exists whether there is a folder or an archive of that name at all
 */
record Looked(String place, String reason, boolean exists) {
    /** All places with their reasons, those that exist first. Reads the file system: not on the JavaFX thread. */
    static List<String> at(List<String> places) {
        List<Looked> all = new ArrayList<>(places.stream().map(Looked::of).toList());
        all.sort(Comparator.comparing(looked -> !looked.exists()));
        return all.stream().map(Looked::text).toList();
    }

    private static Looked of(String place) {
        try {
            int entry = place.indexOf('!');
            Path path = Path.of(entry < 0 ? place : place.substring(0, entry));
            if (!path.isAbsolute() || place.endsWith(")")) {
                // It is said already why.
                return new Looked(place, "", true);
            }
            if (entry >= 0) {
                boolean there = Files.isRegularFile(path);
                return new Looked(place, Messages.text(there ? "source.reason.entry" : "source.reason.archive"), there);
            }
            return ofFile(place, path);
        } catch (InvalidPathException noPath) {
            return new Looked(place, "", true);
        }
    }

    private static Looked ofFile(String place, Path path) {
        if (Files.exists(path)) {
            return new Looked(place, Messages.text("source.reason.large"), true);
        }
        Path missing = path;
        Path parent = path.getParent();
        while (parent != null && !Files.exists(parent)) {
            missing = parent;
            parent = parent.getParent();
        }
        boolean folder = missing.equals(path);
        return new Looked(
                place,
                folder ? Messages.text("source.reason.file") : Messages.text("source.reason.folder", missing),
                folder);
    }

    private String text() {
        return reason.isEmpty() ? place : place + ": " + reason;
    }
}

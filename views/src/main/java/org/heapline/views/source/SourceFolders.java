package org.heapline.views.source;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.heapline.views.settings.Preferences;

/** The folders and archives in which the user wants sources to be looked for, before anywhere else; for all programs. */
public final class SourceFolders {
    private static final String KEY = "source.roots";

    private final Preferences preferences;

    public SourceFolders(Preferences preferences) {
        this.preferences = preferences;
    }

    /** In the order in which they are looked at. */
    public List<Path> all() {
        return preferences.lines(KEY).stream().map(Path::of).toList();
    }

    /** Adds one behind the others. */
    public void add(Path root) {
        Set<String> lines = new LinkedHashSet<>(preferences.lines(KEY));
        lines.add(root.toAbsolutePath().toString());
        preferences.put(KEY, List.copyOf(lines));
    }

    /** Looks there no longer. */
    public void remove(Path root) {
        preferences.put(
                KEY,
                preferences.lines(KEY).stream()
                        .filter(line -> !Path.of(line).equals(root))
                        .toList());
    }
}

package org.heapline.views.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Rectangle2D;
import org.heapline.views.settings.Preferences;
import org.jspecify.annotations.Nullable;

/**
 * Which saved snapshots and comparisons stand in tabs, from one run of the window to the next. Live sessions are not
 * taken up again by themselves: that would change a program without being asked.
 */
final class RememberedTabs {
    private static final String KEY = "tabs";
    private static final String FRONT = "tabs.front";
    private static final String WINDOWS = "windows";
    private static final String BETWEEN = "\t";

    private final Preferences preferences;

    RememberedTabs(Preferences preferences) {
        this.preferences = preferences;
    }

    /** The files of each tab: one of a snapshot, two of a comparison. Those that are gone are left out. */
    List<List<Path>> files() {
        List<List<Path>> tabs = new ArrayList<>();
        for (String line : preferences.lines(KEY)) {
            List<Path> files = paths(line);
            if (!files.isEmpty() && files.stream().allMatch(Files::isRegularFile)) {
                tabs.add(files);
            }
        }
        return tabs;
    }

    /** The files of the tab that was in front; empty if it was none of these. */
    List<Path> front() {
        return paths(preferences.text(FRONT, ""));
    }

    private static List<Path> paths(String line) {
        return line.isEmpty()
                ? List.of()
                : List.of(line.split(BETWEEN, -1)).stream().map(Path::of).toList();
    }

    void remember(List<WindowTab> tabs, @Nullable WindowTab front) {
        List<String> lines = new ArrayList<>();
        for (WindowTab tab : tabs) {
            if (!line(tab).isEmpty()) {
                lines.add(line(tab));
            }
        }
        preferences.put(KEY, lines);
        preferences.put(FRONT, front == null ? "" : line(front));
    }

    /** The tabs that had windows of their own, by their files, and where these stood, in pixels of the screens. */
    Map<List<Path>, Rectangle2D> places() {
        Map<List<Path>, Rectangle2D> places = new HashMap<>();
        for (String line : preferences.lines(WINDOWS)) {
            int end = line.indexOf(BETWEEN);
            Rectangle2D place = end < 0 ? null : place(line.substring(0, end));
            if (place != null) {
                places.put(paths(line.substring(end + 1)), place);
            }
        }
        return places;
    }

    private static @Nullable Rectangle2D place(String text) {
        try {
            double[] numbers = Arrays.stream(text.split(" "))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            // Negative sizes are refused like what is no number.
            return numbers.length == 4 ? new Rectangle2D(numbers[0], numbers[1], numbers[2], numbers[3]) : null;
        } catch (IllegalArgumentException edited) {
            return null;
        }
    }

    /** Remembers where the windows stand that tabs have of their own. */
    void remember(Map<WindowTab, Rectangle2D> places) {
        List<String> lines = new ArrayList<>();
        places.forEach((tab, place) -> {
            if (!line(tab).isEmpty()) {
                lines.add(place.getMinX() + " " + place.getMinY() + " " + place.getWidth() + " " + place.getHeight()
                        + BETWEEN + line(tab));
            }
        });
        preferences.put(WINDOWS, lines);
    }

    private static String line(WindowTab tab) {
        List<Path> files = filesOf(tab);
        return String.join(
                BETWEEN,
                files.stream().map(file -> file.toAbsolutePath().toString()).toList());
    }

    /** The files that a tab shows; none for a live session. */
    static List<Path> filesOf(WindowTab tab) {
        if (tab instanceof WindowTab.OfComparison compared) {
            return compared.files();
        }
        Path file = ((WindowTab.OfSession) tab).file();
        return file == null ? List.of() : List.of(file);
    }
}

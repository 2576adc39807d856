package org.heapline.views.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.heapline.protocol.MethodPattern;
import org.jspecify.annotations.Nullable;

/**
 * What was last profiled in each program, so that it is profiled again when the same program starts anew. A program is
 * known by its name and its working folder: two services may have one main class. Without a choice for both, one for the
 * name alone counts, as earlier versions remembered it. The latest programs are kept, the others forgotten.
 */
public final class RecentTargets {
    private static final String PREFIX = "target.";
    private static final String ORDER = "targets";
    private static final int MOST = 30;

    private final Preferences preferences;

    public RecentTargets(Preferences preferences) {
        this.preferences = preferences;
    }

    /**
     * The patterns last chosen for a program; empty for its own classes. What is no pattern any more is left out.
     *
     * @param folder its working folder, or null if it is not known
     */
    public List<String> patterns(String name, @Nullable Path folder) {
        String known = preferences.lines(ORDER).contains(key(name, folder)) ? key(name, folder) : name;
        return preferences.lines(PREFIX + known).stream()
                .filter(RecentTargets::isPattern)
                .toList();
    }

    private static boolean isPattern(String text) {
        try {
            MethodPattern.parse(text);
            return true;
        } catch (IllegalArgumentException older) {
            return false;
        }
    }

    private static String key(String name, @Nullable Path folder) {
        return folder == null ? name : name + " in " + folder;
    }

    /**
     * Remembers what was chosen for a program.
     *
     * @param folder its working folder, or null if it is not known
     */
    public void remember(String name, @Nullable Path folder, List<String> patterns) {
        String program = key(name, folder);
        List<String> order = new ArrayList<>(preferences.lines(ORDER));
        order.remove(program);
        order.add(0, program);
        while (order.size() > MOST) {
            preferences.remove(PREFIX + order.remove(order.size() - 1));
        }
        preferences.put(PREFIX + program, patterns);
        preferences.put(ORDER, order);
    }
}

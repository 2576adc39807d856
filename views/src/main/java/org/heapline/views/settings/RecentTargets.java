package org.heapline.views.settings;

import java.util.ArrayList;
import java.util.List;
import org.heapline.protocol.MethodPattern;

/**
 * What was last profiled in each program, by the program's name, so that it is profiled again when the same program
 * starts anew. The latest programs are kept, the others forgotten.
 */
public final class RecentTargets {
    private static final String PREFIX = "target.";
    private static final String ORDER = "targets";
    private static final int MOST = 30;

    private final Preferences preferences;

    public RecentTargets(Preferences preferences) {
        this.preferences = preferences;
    }

    /** The patterns last chosen for a program; empty for its own classes. What is no pattern any more is left out. */
    public List<String> patterns(String program) {
        return preferences.lines(PREFIX + program).stream()
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

    /** Remembers what was chosen for a program. */
    public void remember(String program, List<String> patterns) {
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

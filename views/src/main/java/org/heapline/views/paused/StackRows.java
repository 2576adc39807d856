package org.heapline.views.paused;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.heapline.profile.Trip;
import org.heapline.profile.Trip.Frame;

/** Turns a stack into rows: the program's own frames one by one, runs of library frames as one row each. */
final class StackRows {
    private static final List<String> PLATFORM =
            List.of("java.", "javax.", "jdk.", "sun.", "com.sun.", "kotlin.", "scala.");

    /** What JDI calls a method whose class has been changed since. */
    private static final String OBSOLETE = "<obsolete>";

    private final Map<String, String> files;
    private final List<Frame> tripFrames;
    private final String ownPrefix;

    /**
     * @param files the source file of each profiled class, as in {@code com/acme/Cart.java}; these classes are surely
     *     the program's own
     * @param trip where the thread stopped: what shares the first two parts of that class's package is own
     */
    StackRows(Map<String, String> files, Trip trip) {
        this.files = files;
        this.tripFrames = trip.stack();
        this.ownPrefix = prefix(trip.className());
    }

    private static String prefix(String className) {
        int first = className.indexOf('.');
        int second = first < 0 ? -1 : className.indexOf('.', first + 1);
        int end = second < 0 ? first : second;
        return end < 0 ? "" : className.substring(0, end + 1);
    }

    boolean isOwn(Frame frame) {
        String name = frame.className();
        if (files.containsKey(name)) {
            return true;
        }
        if (PLATFORM.stream().anyMatch(name::startsWith)) {
            return false;
        }
        return ownPrefix.isEmpty() ? name.indexOf('.') < 0 : name.startsWith(ownPrefix);
    }

    /**
     * A method that runs while its class is changed loses its name for a debugger, and the name of its file in stack
     * traces: the trip still has the one, the class the other.
     */
    private Frame named(int index, Frame jdi) {
        boolean lost = jdi.method().equals(OBSOLETE)
                && index < tripFrames.size()
                && tripFrames.get(index).className().equals(jdi.className());
        Frame frame = lost ? tripFrames.get(index) : jdi;
        String file = files.getOrDefault(frame.className(), "");
        return file.isEmpty() || !frame.fileName().isEmpty()
                ? frame
                : new Frame(frame.className(), frame.method(), file.substring(file.lastIndexOf('/') + 1), frame.line());
    }

    /** @param expanded indexes of the first frames of runs that are shown frame by frame */
    List<FrameRow> of(List<Frame> frames, Set<Integer> expanded) {
        List<FrameRow> rows = new ArrayList<>();
        int at = 0;
        while (at < frames.size()) {
            // The innermost frame is where the thread stands: it is always shown.
            boolean own = at == 0 || isOwn(frames.get(at));
            if (own) {
                rows.add(FrameRow.of(at, named(at, frames.get(at)), true));
                at++;
                continue;
            }
            int end = at;
            while (end < frames.size() && !isOwn(frames.get(end))) {
                end++;
            }
            if (end - at == 1 || expanded.contains(at)) {
                for (int i = at; i < end; i++) {
                    rows.add(FrameRow.of(i, frames.get(i), false));
                }
            } else {
                rows.add(FrameRow.run(at, end - at));
            }
            at = end;
        }
        return rows;
    }
}

package org.heapline.views.paused;

import java.util.List;
import org.heapline.client.PausedThread;
import org.heapline.client.Variable;
import org.heapline.profile.MemorySize;
import org.heapline.profile.Trip;

/** A stopped thread as text, for a bug report. */
final class PausedText {
    private static final int CLASSES = 20;

    private final PausedThread thread;
    private final List<Variable> locals;
    private final List<RecentLines.Recent> recent;
    private final List<ClassCount> classes;

    PausedText(PausedThread thread, List<Variable> locals, List<RecentLines.Recent> recent, List<ClassCount> classes) {
        this.thread = thread;
        this.locals = locals;
        this.recent = recent;
        this.classes = classes;
    }

    @Override
    public String toString() {
        Trip trip = thread.trip();
        StringBuilder text = new StringBuilder();
        text.append(trip.sentence()).append(" (").append(trip.memory()).append(")\n");
        text.append(trip.approximate() ? "≈ at " : "at ")
                .append(trip.className())
                .append('.')
                .append(trip.method())
                .append(" (")
                .append(trip.file())
                .append(':')
                .append(trip.line())
                .append(") in thread \"")
                .append(trip.thread())
                .append("\"\n");
        line(text, trip.note());
        trip.locks().forEach(lock -> line(text, "holds " + lock));
        text.append("\nStack\n");
        for (Trip.Frame frame : thread.frames()) {
            line(
                    text,
                    "  " + frame.className() + "." + frame.method() + " (" + frame.fileName() + ":" + frame.line()
                            + ")");
        }
        text.append("\nLocals\n");
        for (Variable local : locals) {
            line(text, "  " + local.type() + " " + local.name() + " = " + local.value() + size(local));
        }
        text.append("\nAllocated most in the last 10 s\n");
        for (RecentLines.Recent each : recent) {
            line(
                    text,
                    "  " + MemorySize.format(each.bytes()) + "  "
                            + each.method().className() + "." + each.method().method() + ":" + each.line());
        }
        if (!classes.isEmpty()) {
            text.append("\nClasses\n");
            classes.stream()
                    .limit(CLASSES)
                    .forEach(each -> line(
                            text,
                            "  " + MemorySize.format(each.bytes()) + "  " + each.instances() + "  " + each.name()));
        }
        return text.toString();
    }

    private static String size(Variable local) {
        return local.deepBytes() < 0
                ? ""
                : "  (" + MemorySize.format(local.shallowBytes()) + " shallow, " + (local.cutOff() ? "≈ " : "")
                        + MemorySize.format(local.deepBytes()) + " deep)";
    }

    private static void line(StringBuilder text, String line) {
        if (!line.isEmpty()) {
            text.append(line).append('\n');
        }
    }
}

package org.heapline.app.cli;

import java.io.PrintStream;
import java.util.List;
import org.heapline.client.Variable;
import org.heapline.profile.MemorySize;
import org.heapline.profile.Trip;

/** Writes a trip for people: memory_profiler's sentence, where, the stack, the locals. */
final class TripText {
    private static final int FRAMES = 12;

    private final PrintStream out;

    TripText(PrintStream out) {
        this.out = out;
    }

    void sentence(Trip trip) {
        out.println(trip.sentence() + " (" + trip.memory() + ")");
        out.println((trip.approximate() ? "  ≈ at " : "  at ") + trip.className() + "." + trip.method() + " ("
                + simple(trip.file(), trip.className()) + ":" + trip.line() + ") in thread \"" + trip.thread() + "\"");
        if (!trip.note().isEmpty()) {
            out.println("  " + trip.note());
        }
        trip.locks().forEach(lock -> out.println("  holds " + lock));
    }

    void stack(List<Trip.Frame> frames) {
        stack(frames, -1);
    }

    /** @param chosen the frame to point at, or -1 for none */
    void stack(List<Trip.Frame> frames, int chosen) {
        out.println("Stack:");
        for (int i = 0; i < Math.min(FRAMES, frames.size()); i++) {
            out.println((i == chosen ? "> " : "  ") + describe(frames.get(i)));
        }
        if (frames.size() > FRAMES) {
            out.println("  … and " + (frames.size() - FRAMES) + " more");
        }
    }

    /** The locals as they were at the trip; nothing where none are to be expected. */
    void locals(Trip trip) {
        if (!trip.approximate()) {
            locals(trip.locals());
        }
    }

    /** Locals or fields with what they hold; {@code ≈} marks a size that is a lower bound. */
    void variables(List<Variable> variables) {
        for (Variable each : variables) {
            String sizes = each.shallowBytes() < 0
                    ? ""
                    : "  " + MemorySize.format(each.shallowBytes()) + " shallow, "
                            + (each.cutOff() ? "≈ at least " : "")
                            + MemorySize.format(each.deepBytes()) + " deep"
                            + (each.count() < 0 ? "" : ", " + each.count() + " elements");
            out.println("  " + each.type() + " " + each.name() + " = " + each.value() + sizes);
        }
    }

    void locals(List<Trip.Local> locals) {
        if (locals.isEmpty()) {
            out.println("Locals: none are known (the class was compiled without -g:vars, or there are none).");
            return;
        }
        out.println("Locals:");
        locals.forEach(local -> out.println("  " + local.type() + " " + local.name() + " = " + local.value()));
    }

    static String describe(Trip.Frame frame) {
        String place = frame.fileName().isEmpty() ? "unknown source" : frame.fileName();
        return frame.className() + "." + frame.method() + " (" + place + (frame.line() > 0 ? ":" + frame.line() : "")
                + ")";
    }

    private static String simple(String file, String className) {
        return file.isEmpty() ? className : file.substring(file.lastIndexOf('/') + 1);
    }
}

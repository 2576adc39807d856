package org.heapline.app.cli;

import java.io.PrintStream;
import java.util.List;
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
        out.println("  at " + trip.className() + "." + trip.method() + " (" + simple(trip.file(), trip.className())
                + ":" + trip.line() + ") in thread \"" + trip.thread() + "\"");
    }

    void stack(List<Trip.Frame> frames) {
        out.println("Stack:");
        frames.stream().limit(FRAMES).forEach(frame -> out.println("  " + describe(frame)));
        if (frames.size() > FRAMES) {
            out.println("  … and " + (frames.size() - FRAMES) + " more");
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

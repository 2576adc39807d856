package org.heapline.client.debug;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.heapline.client.Variable;
import org.heapline.profile.Trip;
import org.heapline.protocol.TripReport;

/** Turns what the agent reports about a trip into the model's values. */
final class Trips {
    private static final int VARIABLE_PARTS = 7;

    private Trips() {}

    static Trip from(TripReport report, Instant startedAt) {
        return new Trip(
                report.getMemory(),
                report.getCurrentBytes(),
                report.getLimitBytes(),
                Math.max(0, report.getAtMillis() - startedAt.toEpochMilli()),
                report.getThread(),
                report.getClassName(),
                report.getMethod(),
                report.getFile(),
                report.getLine(),
                frames(report),
                locals(report),
                report.isApproximate(),
                List.of(report.getLocks()),
                report.getNote());
    }

    /** The first frame stands on the tripping line, whatever the JVM says it would run next. */
    private static List<Trip.Frame> frames(TripReport report) {
        List<Trip.Frame> frames = new ArrayList<>();
        for (String text : report.getStack()) {
            String[] parts = text.split("\\|", -1);
            if (parts.length == 4) {
                boolean exact = frames.isEmpty() && !report.isApproximate();
                frames.add(new Trip.Frame(parts[0], parts[1], parts[2], exact ? report.getLine() : line(parts[3])));
            }
        }
        return frames;
    }

    private static int line(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static List<Trip.Local> locals(TripReport report) {
        List<Trip.Local> locals = new ArrayList<>();
        for (String text : report.getLocals()) {
            String[] parts = text.split("\\|", 3);
            if (parts.length == 3) {
                locals.add(new Trip.Local(parts[0], parts[1], parts[2]));
            }
        }
        return locals;
    }

    /** What the agent's {@code look} answers. */
    static List<Variable> variables(String[] rows) {
        List<Variable> variables = new ArrayList<>();
        for (String row : rows) {
            String[] parts = row.split("\\|", VARIABLE_PARTS);
            if (parts.length == VARIABLE_PARTS) {
                variables.add(new Variable(
                        parts[0],
                        parts[1],
                        parts[6],
                        Long.parseLong(parts[2]),
                        Long.parseLong(parts[3]),
                        Long.parseLong(parts[4]),
                        parts[5].contains("~"),
                        parts[5].contains("+")));
            }
        }
        return variables;
    }
}

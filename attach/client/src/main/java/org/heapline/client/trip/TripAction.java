package org.heapline.client.trip;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One thing that is done when a limit is exceeded.
 *
 * @param kind what is done
 * @param detail what follows the colon: the command of {@code run:}, {@code live} or {@code gz} of {@code dump:}
 */
public record TripAction(Kind kind, String detail) {
    /** The kinds of actions. */
    public enum Kind {
        /** The thread waits in the agent until it is released. */
        PARK,
        /** The thread is stopped in the debugger. */
        JDWP,
        /** A heap dump is written while the thread stands. */
        DUMP,
        /** A snapshot file is written while the thread stands. */
        SNAPSHOT,
        /** A class histogram is written while the thread stands. */
        HISTOGRAM,
        /** A thread dump is written while the thread stands. */
        THREADS,
        /** A command is run while the thread stands. */
        RUN,
        /** The report shows the moment of the trip. */
        REPORT,
        /** The program is released, and Heapline detaches and ends with code 4. */
        EXIT
    }

    private static final List<String> OF_DUMP = List.of("live", "gz");

    /** An action that needs nothing more said. */
    public TripAction(Kind kind) {
        this(kind, "");
    }

    /** Whether the detail has that word in it. */
    public boolean has(String word) {
        return List.of(detail.split(",")).contains(word);
    }

    /** Whether it writes or runs something, for which the thread is to stand still. */
    public boolean isWork() {
        return switch (kind) {
            case DUMP, SNAPSHOT, HISTOGRAM, THREADS, RUN -> true;
            case PARK, JDWP, REPORT, EXIT -> false;
        };
    }

    /**
     * Reads one: {@code dump}, {@code dump:live,gz}, {@code run:CMD}.
     *
     * @throws IllegalArgumentException if it is none; the message is fit for a user
     */
    public static TripAction parse(String text) {
        int colon = text.indexOf(':');
        String word = colon < 0 ? text : text.substring(0, colon);
        String detail = colon < 0 ? "" : text.substring(colon + 1).strip();
        Kind kind = Arrays.stream(Kind.values())
                .filter(each -> each.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> bad(text, "is not an action"));
        if (kind == Kind.RUN && detail.isEmpty()) {
            throw bad(text, "has no command");
        }
        if (kind == Kind.DUMP && colon >= 0 && !OF_DUMP.containsAll(List.of(detail.split(",")))) {
            throw bad(text, "is no kind of dump");
        }
        if (kind != Kind.RUN && kind != Kind.DUMP && colon >= 0) {
            throw bad(text, "takes nothing after the colon");
        }
        return new TripAction(kind, detail);
    }

    private static IllegalArgumentException bad(String text, String why) {
        String all = Arrays.stream(Kind.values())
                .map(kind -> kind == Kind.RUN ? "run:CMD" : kind.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return new IllegalArgumentException(
                "'" + text + "' " + why + "; choose " + all + ", dump:live, dump:gz or dump:live,gz");
    }
}

package org.heapline.views.paused;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.heapline.profile.MemorySize;
import org.heapline.profile.TimelineSample;
import org.heapline.profile.Trip;
import org.heapline.views.text.Figures;
import org.heapline.views.text.Messages;

/** Says in words why a thread stands. */
final class WhyStopped {
    private static final long MIB = 1 << 20;

    private final Trip trip;

    WhyStopped(Trip trip) {
        this.trip = trip;
    }

    /**
     * Where, which memory, how much, and the limit.
     *
     * @param line where the thread stands now
     * @param moved whether it has stepped away from the line that tripped
     */
    String sentence(int line, boolean moved) {
        String form = moved ? "paused.why.stepped" : trip.approximate() ? "paused.why.near" : "paused.why";
        return Messages.text(form, String.valueOf(line), exceeded());
    }

    /** Both figures, with a decimal more where they would read the same. */
    private String exceeded() {
        String current = Figures.mib(trip.currentBytes());
        boolean alike = current.equals(Figures.mib(trip.limitBytes()));
        boolean whole = trip.limitBytes() % MIB == 0;
        return Messages.text(
                "paused.exceeded",
                Messages.text("paused.memory." + trip.memory().toLowerCase(Locale.ROOT)),
                alike ? fine(trip.currentBytes()) : current + " MiB",
                alike && !whole ? fine(trip.limitBytes()) : Figures.bytes(trip.limitBytes()));
    }

    private static String fine(long bytes) {
        return Figures.decimal((double) bytes / MIB, 2) + " MiB";
    }

    /**
     * What is to be known beside that, a line each: growth, notes, locks.
     *
     * @param timeline of the session
     */
    String facts(List<TimelineSample> timeline) {
        List<String> all = new ArrayList<>();
        long first = timeline.isEmpty() ? -1 : measured(timeline.get(0));
        if (first >= 0) {
            long grown = trip.currentBytes() - first;
            all.add(Messages.text("paused.growth", (grown < 0 ? "" : "+") + MemorySize.format(grown)));
        }
        if (!trip.note().isEmpty()) {
            all.add(trip.note());
        }
        if (!trip.locks().isEmpty()) {
            all.add(Messages.text("paused.locks", String.join(", ", trip.locks())));
        }
        return String.join("\n", all);
    }

    /** The limited memory, or -1 where the timeline does not have it. */
    private long measured(TimelineSample sample) {
        return switch (trip.memory()) {
            case "heap", "live" -> sample.heapUsed();
            case "rss" -> sample.rss();
            default -> -1;
        };
    }
}

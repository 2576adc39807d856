package org.heapline.app.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.heapline.client.Session;
import org.heapline.profile.LineStats;
import org.heapline.profile.MemorySize;
import org.heapline.profile.MethodStats;
import org.heapline.profile.TimelineSample;
import org.jspecify.annotations.Nullable;

/** One line on the terminal that is rewritten while the target runs; nothing at all when nobody watches. */
final class LiveLine {
    private static final long REDRAW_MILLIS = 250;
    private static final int WIDTH = 100;

    private static final long LINE_MILLIS = 2_000;

    private final PrintStream out;
    private final Style style;
    private @Nullable TimelineSample previous;
    private double allocatedPerSecond;
    private boolean drawn;

    private enum Style {
        REWRITTEN,
        LINES,
        NONE
    }

    private LiveLine(Terminal terminal, Style style) {
        this.out = terminal.messages();
        this.style = style;
    }

    /** For commands that scripts call: nothing is drawn unless somebody watches. */
    static LiveLine whenWatched(Terminal terminal) {
        return new LiveLine(terminal, terminal.watched() ? Style.REWRITTEN : Style.NONE);
    }

    /** For a program that has the terminal to itself. */
    static LiveLine none(Terminal terminal) {
        return new LiveLine(terminal, Style.NONE);
    }

    /** For the demo: where no line can be rewritten, there is a new one every two seconds. */
    static LiveLine always(Terminal terminal) {
        return new LiveLine(terminal, terminal.watched() ? Style.REWRITTEN : Style.LINES);
    }

    /** Shows the newest figures, a few times a second at most. */
    void draw(Session session) {
        if (style == Style.NONE) {
            return;
        }
        TimelineSample latest = session.latest();
        TimelineSample before = previous;
        if (before != null && latest.t() - before.t() < (style == Style.LINES ? LINE_MILLIS : REDRAW_MILLIS)) {
            return;
        }
        if (before != null && latest.allocated() >= before.allocated()) {
            allocatedPerSecond = (latest.allocated() - before.allocated()) * 1000.0 / (latest.t() - before.t());
        }
        previous = latest;
        String text = text(
                latest, (long) allocatedPerSecond, hottest(session.snapshot().methods()));
        if (session.state() == Session.State.SILENT) {
            text = "the target does not answer (suspended?); waiting · " + text;
        }
        if (style == Style.LINES) {
            out.println("  " + text);
            return;
        }
        out.print("\r" + text.substring(0, Math.min(WIDTH, text.length())) + "\u001b[K");
        out.flush();
        drawn = true;
    }

    /** Takes the line away, so that what is printed next starts on a clean one. */
    void clear() {
        if (drawn) {
            out.print("\r\u001b[K");
            out.flush();
            drawn = false;
        }
    }

    private static String text(TimelineSample sample, long allocatedPerSecond, String hottest) {
        String rss = sample.rss() < 0 ? "" : " · RSS " + MemorySize.format(sample.rss());
        return String.format(
                Locale.ROOT,
                "%s · heap %s%s · allocating %s/s%s",
                clock(Duration.ofMillis(sample.t())),
                MemorySize.format(sample.heapUsed()),
                rss,
                MemorySize.format(allocatedPerSecond),
                hottest);
    }

    private static String clock(Duration time) {
        return String.format(Locale.ROOT, "%02d:%02d", time.toMinutes(), time.toSecondsPart());
    }

    /** The line with the largest Self. */
    private static String hottest(List<MethodStats> methods) {
        MethodStats hotMethod = null;
        LineStats hotLine = null;
        for (MethodStats method : methods) {
            for (LineStats line : method.lines()) {
                if (hotLine == null || line.selfBytes() > hotLine.selfBytes()) {
                    hotMethod = method;
                    hotLine = line;
                }
            }
        }
        if (hotMethod == null || hotLine == null || hotLine.selfBytes() <= 0) {
            return "";
        }
        String file = hotMethod.file().substring(hotMethod.file().lastIndexOf('/') + 1);
        return " · hottest " + (file.isEmpty() ? hotMethod.className() : file) + ":" + hotLine.line() + " "
                + MemorySize.format(hotLine.selfBytes());
    }
}

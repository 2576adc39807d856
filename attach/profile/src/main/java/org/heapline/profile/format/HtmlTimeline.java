package org.heapline.profile.format;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import org.heapline.profile.MemorySize;
import org.heapline.profile.TimelineSample;
import org.heapline.profile.Trend;
import org.heapline.profile.Trip;
import org.jspecify.annotations.Nullable;

/** The timeline as a drawing: heap used and committed, RSS, allocation, collections, MAXMEM. */
final class HtmlTimeline {
    private static final double LEFT = 56;
    private static final double RIGHT = 1140;
    private static final double TOP = 12;
    private static final double BOTTOM = 190;
    private static final double MIB = 1 << 20;
    private static final double[] NICE_SECONDS = {1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600};
    private static final int BARS = 200;
    private static final double BAR_HEIGHT = 30;

    private final List<TimelineSample> samples;
    private final @Nullable Trip trip;
    private final Html html;
    private final long start;
    private final double span;
    private final double top;
    private final double step;

    private HtmlTimeline(List<TimelineSample> samples, @Nullable Trip trip, Html html) {
        this.samples = samples;
        this.trip = trip;
        this.html = html;
        this.start = samples.get(0).t();
        this.span = Math.max(1, samples.get(samples.size() - 1).t() - start);
        long highest = 1;
        for (TimelineSample s : samples) {
            highest = Math.max(highest, Math.max(s.heapUsed(), Math.max(s.heapCommitted(), s.rss())));
        }
        if (trip != null) {
            highest = Math.max(highest, trip.limitBytes());
        }
        this.step = niceStep(highest / MIB / 4);
        this.top = Math.ceil(highest / MIB * 1.02 / step) * step;
    }

    static void write(List<TimelineSample> samples, @Nullable Trip trip, Html html) throws IOException {
        new HtmlTimeline(samples, trip, html).section();
    }

    private void section() throws IOException {
        html.raw("<section id=\"timeline\"><h2>Timeline</h2>\n");
        legend();
        html.raw("<svg viewBox=\"0 0 1152 216\" role=\"img\" aria-label=\"memory over time\">\n");
        grid();
        allocation();
        String heap = path(TimelineSample::heapUsed);
        if (!heap.isEmpty()) {
            html.raw("<path d=\"" + heap + "L" + x(lastWith(TimelineSample::heapUsed)) + " " + BOTTOM + "L"
                    + x(firstWith(TimelineSample::heapUsed)) + " " + BOTTOM + "Z\" fill=\"var(--heapfill)\"/>");
        }
        line(path(TimelineSample::heapCommitted), "var(--committed)", 1.4);
        line(path(TimelineSample::rss), "var(--rss)", 1.4);
        line(heap, "var(--heap)", 1.6);
        collections();
        limit();
        html.raw("</svg></section>\n");
    }

    private void legend() throws IOException {
        TimelineSample last = samples.get(samples.size() - 1);
        html.raw("<div class=\"key\">");
        key("--heap", "Heap used", last.heapUsed());
        key("--committed", "Committed", last.heapCommitted());
        key("--rss", "RSS", last.rss());
        key("--h4", "Allocated", last.allocated());
        Trend trend = Trend.of(samples);
        html.raw("<span class=\"sp\"></span><span>Peak <b>" + MemorySize.format(trend.peakBytes())
                + "</b> \u00b7 Baseline <b>" + MemorySize.format(trend.baselineBytes()) + "</b>");
        if (trend.growthMiBPerMinute().isPresent()) {
            html.raw(String.format(
                    Locale.ROOT,
                    " \u00b7 Growth <b%s>\u2248 %+.1f MiB/min%s</b>",
                    trend.leakLike() ? " class=\"leak\"" : "",
                    trend.growthMiBPerMinute().getAsDouble(),
                    trend.leakLike() ? ", leak-like" : ""));
        }
        html.raw("</span></div>\n");
    }

    private void key(String colour, String name, long bytes) throws IOException {
        if (bytes >= 0) {
            html.raw("<span><i style=\"background:var(" + colour + ")\"></i>" + name + "<b>" + MemorySize.format(bytes)
                    + "</b></span>");
        }
    }

    private void grid() throws IOException {
        for (double mib = 0; mib <= top + step / 2; mib += step) {
            String y = number(y((long) (mib * MIB)));
            html.raw("<path d=\"M" + LEFT + " " + y + "H" + RIGHT + "\" stroke=\"var(--line)\"/>");
            html.raw("<text text-anchor=\"end\" x=\"" + (LEFT - 6) + "\" y=\"" + y + "\" dy=\"4\">"
                    + (step < 1 ? String.format(Locale.ROOT, "%.2f", mib) : Long.toString(Math.round(mib)))
                    + "</text>");
        }
        html.raw("<text x=\"2\" y=\"" + (BOTTOM + 20) + "\">MiB</text>\n");
        double seconds = timeStep(span / 1000 / 6);
        for (double at = 0; at <= span / 1000 * 1.0001; at += seconds) {
            html.raw("<text text-anchor=\"middle\" x=\"" + number(LEFT + at * 1000 / span * (RIGHT - LEFT)) + "\" y=\""
                    + (BOTTOM + 20) + "\">" + time(at) + "</text>");
        }
        html.raw("\n");
    }

    /** Bytes allocated in each of equal stretches, as bars on the ground. */
    private void allocation() throws IOException {
        double[] rates = new double[BARS];
        double highest = 0;
        for (int i = 1; i < samples.size(); i++) {
            TimelineSample before = samples.get(i - 1);
            TimelineSample now = samples.get(i);
            long bytes = now.allocated() - before.allocated();
            if (before.allocated() >= 0 && bytes > 0) {
                int from = bar(before.t());
                int to = Math.max(from + 1, bar(now.t()));
                for (int bar = from; bar < Math.min(to, BARS); bar++) {
                    rates[bar] += (double) bytes / (to - from);
                    highest = Math.max(highest, rates[bar]);
                }
            }
        }
        StringBuilder bars = new StringBuilder();
        double width = (RIGHT - LEFT) / BARS;
        for (int bar = 0; bar < BARS; bar++) {
            if (rates[bar] > 0) {
                double height = Math.max(1, rates[bar] / highest * BAR_HEIGHT);
                bars.append("M").append(number(LEFT + bar * width)).append(' ').append(BOTTOM);
                bars.append("v-").append(number(height)).append("h").append(number(width * 0.75));
                bars.append("V").append(BOTTOM).append("Z");
            }
        }
        html.raw("<path d=\"" + bars + "\" fill=\"var(--h4)\" opacity=\".5\"/>\n");
    }

    private int bar(long t) {
        return (int) Math.min(BARS - 1, (t - start) / span * BARS);
    }

    private void collections() throws IOException {
        StringBuilder ticks = new StringBuilder();
        int lastPixel = -1;
        for (int i = 1; i < samples.size(); i++) {
            int pixel = pixel(samples.get(i));
            if (samples.get(i).gcCount() > samples.get(i - 1).gcCount() && pixel != lastPixel) {
                ticks.append("M").append(pixel).append(' ').append(BOTTOM + 1).append("v5");
                lastPixel = pixel;
            }
        }
        html.raw("<path d=\"" + ticks + "\" stroke=\"var(--muted)\"/>\n");
    }

    private void limit() throws IOException {
        if (trip == null) {
            return;
        }
        String y = number(y(trip.limitBytes()));
        html.raw("<path d=\"M" + LEFT + " " + y + "H" + RIGHT
                + "\" stroke=\"var(--limit)\" stroke-dasharray=\"5 4\"/><text x=\"" + (LEFT + 8) + "\" y=\"" + y
                + "\" dy=\"-4\" style=\"fill:var(--limit)\">MAXMEM " + MemorySize.format(trip.limitBytes())
                + "</text>");
        double at = LEFT + Math.max(0, Math.min(1, (trip.t() - start) / span)) * (RIGHT - LEFT);
        html.raw("<circle cx=\"" + number(at) + "\" cy=\"" + y + "\" r=\"4\" fill=\"var(--limit)\"/>\n");
    }

    private void line(String path, String colour, double width) throws IOException {
        if (!path.isEmpty()) {
            html.raw("<path d=\"" + path + "\" fill=\"none\" stroke=\"" + colour + "\" stroke-width=\"" + width
                    + "\" stroke-linejoin=\"round\"/>\n");
        }
    }

    /** The lowest and the highest reading of each pixel: more cannot be seen. */
    private String path(ToLongFunction<TimelineSample> series) {
        StringBuilder path = new StringBuilder();
        int from = 0;
        while (from < samples.size()) {
            int pixel = pixel(samples.get(from));
            TimelineSample low = null;
            TimelineSample high = null;
            int to = from;
            for (; to < samples.size() && pixel(samples.get(to)) == pixel; to++) {
                TimelineSample s = samples.get(to);
                if (series.applyAsLong(s) >= 0) {
                    low = low == null || series.applyAsLong(s) < series.applyAsLong(low) ? s : low;
                    high = high == null || series.applyAsLong(s) > series.applyAsLong(high) ? s : high;
                }
            }
            if (low != null && high != null) {
                boolean up = low.t() <= high.t();
                point(path, up ? low : high, series);
                if (low != high) {
                    point(path, up ? high : low, series);
                }
            }
            from = to;
        }
        return path.toString();
    }

    private void point(StringBuilder path, TimelineSample s, ToLongFunction<TimelineSample> series) {
        path.append(path.length() == 0 ? 'M' : 'L').append(x(s)).append(' ');
        path.append(number(y(series.applyAsLong(s))));
    }

    private TimelineSample firstWith(ToLongFunction<TimelineSample> series) {
        return samples.stream()
                .filter(s -> series.applyAsLong(s) >= 0)
                .findFirst()
                .orElse(samples.get(0));
    }

    private TimelineSample lastWith(ToLongFunction<TimelineSample> series) {
        TimelineSample last = samples.get(0);
        for (TimelineSample s : samples) {
            last = series.applyAsLong(s) >= 0 ? s : last;
        }
        return last;
    }

    private String x(TimelineSample s) {
        return number(across(s));
    }

    private int pixel(TimelineSample s) {
        return (int) across(s);
    }

    private double across(TimelineSample s) {
        return LEFT + (s.t() - start) / span * (RIGHT - LEFT);
    }

    private double y(long bytes) {
        return BOTTOM - bytes / MIB / top * (BOTTOM - TOP);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String time(double seconds) {
        long whole = Math.round(seconds);
        if (seconds < 60) {
            return seconds == whole ? whole + " s" : String.format(Locale.ROOT, "%.2f s", seconds);
        }
        return whole % 60 == 0
                ? whole / 60 + " min"
                : whole / 60 + ":" + String.format(Locale.ROOT, "%02d", whole % 60);
    }

    private static double timeStep(double seconds) {
        for (double nice : NICE_SECONDS) {
            if (seconds <= nice) {
                return seconds <= 1 ? niceStep(seconds) : nice;
            }
        }
        return Math.ceil(seconds / 3600) * 3600;
    }

    /** 1, 2 or 5 times a power of ten, not below the value. */
    private static double niceStep(double value) {
        double power = Math.pow(10, Math.floor(Math.log10(Math.max(value, 1e-3))));
        double lead = value / power;
        return (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10) * power;
    }
}

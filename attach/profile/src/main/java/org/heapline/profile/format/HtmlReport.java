package org.heapline.profile.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.heapline.profile.MemorySize;
import org.heapline.profile.MethodBlock;
import org.heapline.profile.MethodStats;
import org.heapline.profile.Problem;
import org.heapline.profile.Snapshot;
import org.heapline.profile.Trip;

/** One self-contained page: it fetches nothing, runs no script, and follows the reader's light or dark theme. */
final class HtmlReport {
    private static final int HOT_LINES = 50;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Snapshot snapshot;
    private final Html html;

    private HtmlReport(Snapshot snapshot, Html html) {
        this.snapshot = snapshot;
        this.html = html;
    }

    static void write(Snapshot snapshot, Writer out) throws IOException {
        new HtmlReport(snapshot, new Html(out)).page();
    }

    /** Opens a page with its style; {@code </body></html>} is left to the caller. */
    static void head(Html html, String title) throws IOException {
        html.raw("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n")
                .raw(
                        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .element("title", title)
                .raw("\n<style>\n" + style() + "</style></head>\n<body>\n");
    }

    private void page() throws IOException {
        List<MethodBlock> blocks = MethodBlock.of(snapshot.methods()).stream()
                .filter(MethodBlock::ran)
                .toList();
        HtmlSources sources = new HtmlSources(snapshot, blocks, html);
        head(html, snapshot.target().name() + ": Heapline report");
        header(blocks);
        html.raw("<main>\n");
        Trip trip = snapshot.trip();
        if (trip != null) {
            HtmlTrip.write(trip, html);
        }
        if (!snapshot.timeline().isEmpty()) {
            HtmlTimeline.write(snapshot.timeline(), trip, html);
        }
        hotLines(blocks, sources);
        HtmlThreads.write(snapshot.threads(), html);
        sources.write();
        problems();
        html.raw("</main>\n</body></html>\n");
        html.flush();
    }

    private void header(List<MethodBlock> blocks) throws IOException {
        html.raw("<header>").element("small", "Heapline report");
        html.element("h1", snapshot.target().name());
        html.raw("<ul class=\"chips\">");
        chip("PID", Long.toString(snapshot.target().pid()));
        chip("JDK", snapshot.target().jdk());
        chip("started", MOMENT.format(snapshot.startedAt()));
        chip("for", duration(snapshot.duration()));
        chip("backend", snapshot.backend().key());
        chip("Self in all", MemorySize.format(HotLine.total(blocks)));
        if (snapshot.complete()) {
            html.raw("<li class=\"ok\">complete</li>");
        } else {
            html.raw("<li class=\"bad\">incomplete: the target ended or hung before the session did</li>");
        }
        html.raw("</ul></header>\n");
    }

    private void chip(String name, String value) throws IOException {
        html.raw("<li>").text(name + " ").element("b", value).raw("</li>");
    }

    private void hotLines(List<MethodBlock> blocks, HtmlSources sources) throws IOException {
        List<HotLine> hot = HotLine.of(blocks, HOT_LINES);
        html.raw("<section id=\"hot\"><h2>Hot lines<em>by Self: what a line took without the profiled methods it"
                + " calls</em></h2>\n");
        if (hot.isEmpty()) {
            html.raw("<p class=\"empty\">No profiled line took any memory.</p></section>\n");
            return;
        }
        html.raw("<div class=\"scroll\"><table><thead><tr><th>Line</th><th class=\"left\">Method</th><th>Self, MiB</th>"
                + "<th>Increment, MiB</th><th>Occurrences</th><th>Share</th></tr></thead><tbody>\n");
        for (HotLine line : hot) {
            hotLine(line, sources);
        }
        html.raw("</tbody></table></div></section>\n");
    }

    private void hotLine(HotLine hot, HtmlSources sources) throws IOException {
        MethodStats method = hot.method();
        html.raw(
                "<tr><td><a href=\"#" + sources.anchor(method.file(), hot.line().line()) + "\">");
        html.text(place(method) + ":" + hot.line().line()).raw("</a></td><td class=\"left\">");
        html.text(method.className() + "." + method.method()).raw("</td>");
        html.mibCell("td", hot.line().selfBytes());
        html.mibCell("td", hot.line().incrementBytes());
        html.element("td", Html.grouped(hot.line().occurrences()));
        html.shareCell(hot.share()).raw("</tr>\n");
    }

    private static String place(MethodStats method) {
        String file = method.file().isEmpty() ? method.className() : method.file();
        return file.substring(file.lastIndexOf('/') + 1);
    }

    private void problems() throws IOException {
        if (snapshot.problems().isEmpty()) {
            return;
        }
        html.raw("<section id=\"problems\"><h2>Problems<em>what could not be profiled</em></h2>"
                + "<table><thead><tr><th>What</th><th class=\"left\">Why</th></tr></thead><tbody>\n");
        for (Problem problem : snapshot.problems()) {
            html.raw("<tr>").element("td class=\"wide\"", problem.what());
            html.element("td class=\"wide\"", problem.why()).raw("</tr>\n");
        }
        html.raw("</tbody></table></section>\n");
    }

    private static String duration(Duration duration) {
        Duration whole = duration.truncatedTo(ChronoUnit.SECONDS);
        if (whole.toHours() > 0) {
            return whole.toHours() + " h " + whole.toMinutesPart() + " min";
        }
        return whole.toMinutes() > 0
                ? whole.toMinutes() + " min " + whole.toSecondsPart() + " s"
                : String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }

    private static String style() throws IOException {
        try (InputStream in = HtmlReport.class.getResourceAsStream("report.css")) {
            if (in == null) {
                throw new IOException("report.css is missing from the program: install Heapline again");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

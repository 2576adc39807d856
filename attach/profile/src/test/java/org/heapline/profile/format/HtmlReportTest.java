package org.heapline.profile.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heapline.profile.LineSlices;
import org.heapline.profile.LineStats;
import org.heapline.profile.MethodStats;
import org.heapline.profile.Problem;
import org.heapline.profile.Samples;
import org.heapline.profile.Snapshot;
import org.heapline.profile.TargetInfo;
import org.heapline.profile.ThreadStats;
import org.heapline.profile.TimelineSample;
import org.heapline.profile.Trip;
import org.junit.jupiter.api.Test;

class HtmlReportTest {
    private static final String EVIL = "<script>alert('x')</script>\"&\u0000";

    private static String html(Snapshot snapshot) throws IOException {
        StringWriter out = new StringWriter();
        ReportFormat.HTML.write(snapshot, 3, out);
        return out.toString();
    }

    /** The page without its style. */
    private static String body(String html) {
        return html.substring(html.indexOf("<body>"));
    }

    private static void assertBalanced(String html) {
        Set<String> single = Set.of("meta", "!doctype");
        Deque<String> open = new ArrayDeque<>();
        Matcher tags = Pattern.compile("<(/?)([!a-z][a-z0-9]*)[^>]*?(/?)>").matcher(html);
        while (tags.find()) {
            if (tags.group(1).equals("/")) {
                assertEquals(open.pop(), tags.group(2), "closed at " + tags.start());
            } else if (tags.group(3).isEmpty() && !single.contains(tags.group(2))) {
                open.push(tags.group(2));
            }
        }
        assertTrue(open.isEmpty(), "left open: " + open);
    }

    @Test
    void fetchesNothingAndRunsNothing() throws IOException {
        String html = html(Samples.snapshot());
        Matcher reach = Pattern.compile(
                        "https?:|<script|<link|<img|<iframe|<object|@import|url\\(|\\ssrc=|<[^>]*\\son[a-z]+=")
                .matcher(html);
        assertFalse(reach.find(), () -> "reaches out: " + reach.group());
        Matcher links = Pattern.compile("href=\"([^\"]*)\"").matcher(html);
        while (links.find()) {
            assertTrue(links.group(1).startsWith("#"), links.group());
            assertTrue(html.contains("id=\"" + links.group(1).substring(1) + "\""), "leads nowhere: " + links.group());
        }
        assertTrue(html.contains("prefers-color-scheme: dark"));
        assertBalanced(html);
    }

    @Test
    void showsEverythingMeasured() throws IOException {
        String body = body(html(Samples.snapshot()));
        for (String part : List.of(
                "com.acme.Main",
                "17.0.15",
                "2026-03-01 10:15:30 UTC",
                "2.3 s",
                "allocated",
                "<li class=\"ok\">complete</li>",
                "<svg",
                "MAXMEM 50.0 MiB",
                "Current memory 52.00 MiB exceeded the maximum of 50.00 MiB",
                "byte[1048576]",
                "com.acme.Native#run",
                "a native method has no lines",
                "Cart.java:7",
                "<span class=\"code-keyword\">throw</span>")) {
            assertTrue(body.contains(part), part);
        }
        assertTrue(body.contains("row k5 stop\" id=\"f0-7\""), "the hottest line, where it tripped");
        assertTrue(body.contains("<td title=\"3\u202f670\u202f016 bytes\">3.500</td>"), "exact bytes when pointed at");
        // The lambda's 4,048 bytes stand on its own line of the same file.
        assertTrue(body.contains("<span title=\"4\u202f048 bytes\">0.004</span>"));
    }

    @Test
    void whatOthersNamedCannotBecomeMarkup() throws IOException {
        MethodStats evil = new MethodStats(EVIL, EVIL, EVIL, EVIL, EVIL, List.of(new LineStats(1, 1, 1, 1, 1)));
        Snapshot s = Samples.snapshot();
        Trip trip = new Trip(
                EVIL,
                1,
                1,
                1,
                EVIL,
                EVIL,
                EVIL,
                EVIL,
                1,
                List.of(new Trip.Frame(EVIL, EVIL, EVIL, 1)),
                List.of(new Trip.Local(EVIL, EVIL, EVIL)));
        Snapshot all = new Snapshot(
                new TargetInfo(1, EVIL, EVIL),
                s.backend(),
                s.startedAt(),
                s.duration(),
                true,
                List.of(evil),
                s.timeline(),
                trip,
                List.of(new Problem(EVIL, EVIL)),
                List.of(new ThreadStats(EVIL, 7, false, 1, 8), new ThreadStats(EVIL, 0, true, 2, 16)),
                Map.of(EVIL, EVIL + "\n/* " + EVIL),
                LineSlices.NONE);
        String html = html(all);
        assertFalse(html.contains("<script"), "markup got through");
        assertFalse(html.contains("alert('x')"));
        assertFalse(html.contains("\u0000"));
        assertBalanced(html);
    }

    @Test
    void threadsAreListedMostFirst() throws IOException {
        String threads = html(Samples.snapshot());
        threads = threads.substring(threads.indexOf("<section id=\"threads\">"));
        assertTrue(threads.indexOf(">main<") < threads.indexOf(">pool-#-thread-#<"));
        assertTrue(threads.contains(">id 1<") && threads.contains(">12 ended<"), threads);
        assertTrue(threads.contains(">1\u202f000\u202f000 virtual<"), threads);
    }

    @Test
    void emptyIncompleteAndSourcelessSnapshotsAreWholePagesToo() throws IOException {
        Snapshot s = Samples.snapshot();
        Snapshot empty = new Snapshot(
                s.target(),
                s.backend(),
                s.startedAt(),
                s.duration(),
                false,
                List.of(),
                List.of(),
                null,
                List.of(),
                Map.of());
        String html = html(empty);
        assertBalanced(html);
        assertTrue(html.contains("class=\"bad\">incomplete"), "says that it is incomplete");
        assertTrue(html.contains("No profiled method ran."));
        String sourceless = html(s.withSources(Map.of()));
        assertBalanced(sourceless);
        assertTrue(sourceless.contains("id=\"f0-7\""));
    }

    @Test
    void longStretchesWithoutCountersAreFoldedAndStillThere() throws IOException {
        StringBuilder source = new StringBuilder();
        for (int i = 1; i <= 300; i++) {
            source.append("line").append(i).append(";\n");
        }
        Snapshot long300 = Samples.with(List.of(Samples.cart("x", "()V", new LineStats(150, 1, 1, 1, 1))))
                .withSources(Map.of(Samples.CART, source.toString()));
        String html = html(long300);
        assertBalanced(html);
        String body = body(html);
        assertTrue(body.contains("\u22ef 145 lines") && body.contains("\u22ef 146 lines"));
        for (int i = 1; i <= 300; i++) {
            assertEquals(1, body.split("id=\"f0-" + i + "\"", -1).length - 1, "line " + i);
            assertTrue(body.contains("line" + i + ";"), "line " + i);
        }
    }

    @Test
    void anHourOfTimelineIsDrawnToThePixel() throws IOException {
        List<TimelineSample> hour = new ArrayList<>();
        for (int i = 0; i < 36_000; i++) {
            hour.add(new TimelineSample(
                    i * 100L, (i % 50) * Samples.MIB, 64 * Samples.MIB, -1, -1, i * 1000L, i / 50, 0));
        }
        Snapshot s = Samples.snapshot();
        String html = html(new Snapshot(
                s.target(),
                s.backend(),
                s.startedAt(),
                s.duration(),
                true,
                s.methods(),
                hour,
                null,
                List.of(),
                Map.of()));
        assertTrue(html.length() < 200_000, "the page has " + html.length() + " characters");
        assertTrue(html.contains(">30 min</text>"), "the axis is labelled");
    }
}

package org.heapline.profile.format;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heapline.profile.Snapshot;

/** The timeline as an SVG file that stands alone: the drawing of the HTML report with its colours written out. */
public final class SvgTimeline {
    private static final Pattern COLOUR = Pattern.compile("var\\(--([a-z0-9]+)\\)");
    private static final Map<String, String> LIGHT = Map.of(
            "heap", "#3b82f6",
            "heapfill", "#dbe8fd",
            "committed", "#a3acb9",
            "rss", "#8b5cf6",
            "line", "#e2e5ea",
            "h4", "#ff9a3c",
            "muted", "#667080",
            "limit", "#d33a2c");

    private SvgTimeline() {}

    /**
     * Writes the drawing.
     *
     * @throws IOException if the timeline holds no sample, or the writer fails
     */
    public static void write(Snapshot snapshot, Writer out) throws IOException {
        if (snapshot.timeline().isEmpty()) {
            throw new IOException("There is no timeline to draw yet: wait for the first sample");
        }
        StringWriter section = new StringWriter();
        HtmlTimeline.write(snapshot.timeline(), snapshot.trip(), new Html(section));
        String text = section.toString();
        String drawing = text.substring(text.indexOf("<svg"), text.indexOf("</svg>") + "</svg>".length());
        Matcher colour = COLOUR.matcher(drawing);
        StringBuilder coloured = new StringBuilder();
        while (colour.find()) {
            colour.appendReplacement(coloured, LIGHT.getOrDefault(colour.group(1), "#1f2328"));
        }
        colour.appendTail(coloured);
        out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        out.write(coloured.toString()
                .replaceFirst(
                        "<svg ",
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1152\" height=\"216\""
                                + " font-family=\"Inter, sans-serif\" font-size=\"11\" fill=\"#667080\" "));
        out.write('\n');
    }
}

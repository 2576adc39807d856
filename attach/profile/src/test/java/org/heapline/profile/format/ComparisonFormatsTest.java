package org.heapline.profile.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.heapline.profile.Comparison;
import org.heapline.profile.LineStats;
import org.heapline.profile.Samples;
import org.heapline.profile.Snapshot;
import org.junit.jupiter.api.Test;

class ComparisonFormatsTest {
    private static final Snapshot AFTER = Samples.with(List.of(Samples.cart(
            "add",
            "(I)I",
            new LineStats(7, 6, 7 * Samples.MIB, 7 * Samples.MIB, 60 * Samples.MIB),
            new LineStats(8, 6, 0, 0, 60 * Samples.MIB),
            new LineStats(9, 1, 1024, 1024, 60 * Samples.MIB),
            new LineStats(11, 6, 4096, 48, 60 * Samples.MIB),
            new LineStats(14, 6, 0, 0, 60 * Samples.MIB))));

    private static String write(ReportFormat format) throws IOException {
        StringWriter out = new StringWriter();
        format.write(Comparison.of(Samples.snapshot(), AFTER), 3, out);
        return out.toString();
    }

    @Test
    void textShowsTheLinesThatChanged() throws IOException {
        String start = """
                Before: com.acme.Main, 2026-03-01T10:15:30.123Z, 2.345 s, Self 3.5 MiB
                After:  com.acme.Main, 2026-03-01T10:15:30.123Z, 2.345 s, Self 7.0 MiB
                Change: +3.497 MiB

                Filename: com/acme/Cart.java
                Method:   com.acme.Cart.add +3.501 MiB

                Line #  State       Self before       Self after           Change   Occ. before   Occ. after   Line Contents
                ============================================================================================================
                     7  grown         3.500 MiB        7.000 MiB       +3.500 MiB             3            6           byte[] item = new byte[size]; // "quoted", <b>&amp;</b>
                     9  new                            0.001 MiB       +0.001 MiB                          1               throw new IllegalArgumentException();


                """;
        String text = write(ReportFormat.TEXT);
        assertEquals(start, text.substring(0, Math.min(start.length(), text.length())));
        assertTrue(text.contains("Method:   com.acme.Cart.lambda$add$0 -0.004 MiB"), text);
        StringWriter same = new StringWriter();
        ReportFormat.TEXT.write(Comparison.of(AFTER, AFTER), 3, same);
        assertTrue(same.toString().endsWith("\nNo line changed.\n"), same.toString());
    }

    @Test
    void jsonHasEveryLineWithBothSides() throws IOException {
        String json = write(ReportFormat.JSON);
        assertTrue(json.startsWith("{\"heaplineComparison\":1,\"before\":{\"target\":{\"pid\":4711,"), json);
        assertTrue(
                json.contains("{\"state\":\"new\",\"selfChangeBytes\":1024,\"before\":null,\"after\":{\"line\":9,"
                        + "\"occurrences\":1,\"incrementBytes\":1024,\"selfBytes\":1024,\"memUsageBytes\":62914560},"),
                json);
        assertTrue(json.contains("\"state\":\"same\"") && json.contains("\"state\":\"gone\""), json);
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            while (parser.nextToken() != null) {
                parser.skipChildren();
            }
        }
    }

    @Test
    void csvHasARowForEachLine() throws IOException {
        String[] rows = write(ReportFormat.CSV).split("\r\n", -1);
        assertTrue(rows[0].startsWith("class,method,descriptor,file,lineBefore,lineAfter,state,"), rows[0]);
        assertTrue(
                rows[1].startsWith("com.acme.Cart,add,(I)I,com/acme/Cart.java,7,7,grown,3,6,3670016,7340032,3670016,"
                        + "7340032,3670016,\"        byte[] item"),
                rows[1]);
        assertTrue(
                rows[3].startsWith("com.acme.Cart,add,(I)I,com/acme/Cart.java,,9,new,0,1,0,1024,0,1024,1024,"),
                rows[3]);
        assertEquals(1 + 5 + 2 + 1, rows.length);
    }

    @Test
    void htmlIsOneWholePageThatEscapes() throws IOException {
        String html = write(ReportFormat.HTML);
        assertTrue(html.endsWith("</main>\n</body></html>\n"));
        assertTrue(html.contains("row grown d3") && html.contains("row new d1") && html.contains("row gone d"), html);
        assertTrue(html.contains("&lt;b&gt;&amp;amp;&lt;/b&gt;"), html);
        assertFalse(html.contains("http:") || html.contains("https:"), "reaches out");
    }
}

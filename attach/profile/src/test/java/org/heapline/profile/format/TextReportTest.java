package org.heapline.profile.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.heapline.profile.LineStats;
import org.heapline.profile.MethodStats;
import org.heapline.profile.Samples;
import org.heapline.profile.Snapshot;
import org.junit.jupiter.api.Test;

class TextReportTest {
    private static String text(Snapshot snapshot, int precision) throws IOException {
        StringWriter out = new StringWriter();
        ReportFormat.TEXT.write(snapshot, precision, out);
        return out.toString();
    }

    @Test
    void isMemoryProfilersTableToTheCharacter() throws IOException {
        assertEquals("""
                Filename: com/acme/Cart.java

                Line #    Mem usage    Increment  Occurrences   Line Contents
                =============================================================
                     6                                             int add(int size) {
                     7   50.000 MiB    3.500 MiB           3           byte[] item = new byte[size]; // "quoted", <b>&amp;</b>
                     8   50.000 MiB    0.000 MiB           3           if (size < 0) {
                     9                                                     throw new IllegalArgumentException();
                    10                                                 }
                    11   50.000 MiB    0.004 MiB           3           items.forEach(i -> {
                    12   51.000 MiB    0.004 MiB           6               System.out.println(i.length);
                    13   51.000 MiB    0.000 MiB           6           });
                    14   50.000 MiB    0.000 MiB           3           return size;
                    15                                             }


                """, text(Samples.snapshot(), 3));
    }

    @Test
    void precisionWidensTheColumnsAsThereAndZeroHasNoPoint() throws IOException {
        Snapshot snapshot = Samples.with(List.of(Samples.cart("x", "()V", new LineStats(7, 1, 1 << 19, 0, 1L << 34))));
        assertTrue(
                text(snapshot, 0).contains("     7    16384 MiB        0 MiB           1           byte[]"),
                text(snapshot, 0));
        assertTrue(
                text(snapshot, 6).contains("     7 16384.000000 MiB   0.500000 MiB           1           byte[]"),
                text(snapshot, 6));
        assertThrows(IllegalArgumentException.class, () -> text(snapshot, -1));
    }

    @Test
    void roundsHalfToEvenAndKeepsTheSignOfASmallLoss() throws IOException {
        // 0.0625, 0.1875 and -0.0004 MiB, which Python prints as 0.062, 0.188 and -0.000.
        Snapshot snapshot = Samples.with(List.of(
                Samples.cart("x", "()V", new LineStats(1, 1, 65536, 0, 196608), new LineStats(2, 1, -419, 0, -65536))));
        String text = text(snapshot, 3);
        assertTrue(text.contains("     1    0.188 MiB    0.062 MiB           1"), text);
        assertTrue(text.contains("     2   -0.062 MiB   -0.000 MiB           1"), text);
    }

    @Test
    void withoutSourceShowsFromTheFirstToTheLastCounter() throws IOException {
        Snapshot snapshot = Samples.snapshot().withSources(Map.of());
        String text = text(snapshot, 3);
        assertTrue(text.contains("=\n     7   50.000 MiB    3.500 MiB           3   \n"), text);
        assertTrue(text.contains("     9" + " ".repeat(41) + "\n    10" + " ".repeat(41) + "\n"), text);
        assertTrue(text.endsWith("    14   50.000 MiB    0.000 MiB           3   \n\n\n"), text);
    }

    @Test
    void aMethodWithoutAFileIsNamedByItsClass() throws IOException {
        MethodStats unknown =
                new MethodStats("com.acme.Gen", "run", "()V", "", "", List.of(new LineStats(3, 1, 1, 1, 1)));
        assertTrue(text(Samples.with(List.of(unknown)), 3).startsWith("Filename: com.acme.Gen\n\n"));
    }

    @Test
    void declarationsOverSeveralLinesConstructorsAndInitialisersAreShownWhole() throws IOException {
        String source = """
                class Box {
                    static int count;

                    static {
                        count = 1;
                    }

                    Box(
                            int width,
                            int height) {
                        super();
                    }

                    void call() {
                        other.call(1);
                        int x = call(2);
                    }

                    int ends() {
                        synchronized (this) {
                            return 4;
                        } // no code

                    }
                }
                """;
        Snapshot snapshot = Samples.with(List.of(
                        box("<clinit>", 5, 6), box("<init>", 11, 12), box("call", 15, 16, 17), box("ends", 20, 21)))
                .withSources(Map.of("Box.java", source));
        List<String> shown = text(snapshot, 3)
                .lines()
                .filter(l -> l.matches(" +\\d+ .*"))
                .map(l -> l.substring(0, 6).strip())
                .toList();
        assertEquals(
                List.of(
                        "4", "5", "6", "8", "9", "10", "11", "12", "14", "15", "16", "17", "19", "20", "21", "22", "23",
                        "24"),
                shown);
    }

    private static MethodStats box(String method, int... lines) {
        return new MethodStats(
                "Box",
                method,
                "()V",
                "Box.java",
                "",
                java.util.stream.IntStream.of(lines)
                        .mapToObj(l -> new LineStats(l, 1, 1, 1, 1))
                        .toList());
    }
}

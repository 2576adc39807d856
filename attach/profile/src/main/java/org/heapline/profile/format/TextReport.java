package org.heapline.profile.format;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.heapline.profile.LineStats;
import org.heapline.profile.MethodBlock;
import org.heapline.profile.Snapshot;

/** memory_profiler's line table, to the character: what reads its output reads this. */
final class TextReport {
    private static final double MIB = 1 << 20;
    private static final String HEADER = row("Line #", "Mem usage", "Increment", "Occurrences", "Line Contents");

    private final SourceIndex sources;
    private final int precision;
    private final Writer out;

    private TextReport(SourceIndex sources, int precision, Writer out) {
        this.sources = sources;
        this.precision = precision;
        this.out = out;
    }

    static void write(Snapshot snapshot, int precision, Writer out) throws IOException {
        if (precision < 0) {
            throw new IllegalArgumentException("precision " + precision + " is negative: use 0 or more decimals");
        }
        TextReport report = new TextReport(new SourceIndex(snapshot.sources()), precision, out);
        for (MethodBlock block : MethodBlock.of(snapshot.methods())) {
            if (block.ran()) {
                report.block(block);
            }
        }
        out.flush();
    }

    private void block(MethodBlock block) throws IOException {
        String file = block.method().file();
        out.write("Filename: " + (file.isEmpty() ? block.method().className() : file) + "\n\n");
        out.write(HEADER + "\n");
        out.write("=".repeat(HEADER.length()) + "\n");
        Map<Integer, LineStats> counters =
                block.lines().stream().collect(Collectors.toMap(LineStats::line, Function.identity()));
        List<String> text = sources.lines(file);
        LineRange range = LineRange.of(block, text);
        for (int line = range.first(); line <= range.last(); line++) {
            LineStats counted = counters.get(line);
            String contents = sources.text(file, line);
            if (counted == null || !counted.ran()) {
                out.write(row(Integer.toString(line), "", "", "", contents));
            } else {
                out.write(row(
                        Integer.toString(line),
                        mib(counted.memUsageBytes()),
                        mib(counted.incrementBytes()),
                        Long.toString(counted.occurrences()),
                        contents));
            }
            out.write('\n');
        }
        out.write("\n\n");
    }

    /** Rounds half to even from the exact value, as Python does. */
    private String mib(long bytes) {
        BigDecimal rounded = new BigDecimal(bytes / MIB).setScale(precision, RoundingMode.HALF_EVEN);
        String sign = bytes < 0 && rounded.signum() == 0 ? "-" : "";
        return pad(sign + rounded.toPlainString(), precision + 4) + " MiB";
    }

    private static String row(String line, String mem, String increment, String occurrences, String contents) {
        return pad(line, 6) + ' ' + pad(mem, 12) + ' ' + pad(increment, 12) + "  " + pad(occurrences, 10) + "   "
                + contents;
    }

    private static String pad(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }
}

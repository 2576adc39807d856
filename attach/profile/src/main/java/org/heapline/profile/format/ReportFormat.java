package org.heapline.profile.format;

import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.heapline.profile.Comparison;
import org.heapline.profile.Snapshot;

/** The forms in which a snapshot, or a comparison of two, is written. */
public enum ReportFormat {
    /** memory_profiler's table: one block for each method that ran. */
    TEXT("txt") {
        @Override
        public void write(Snapshot snapshot, int precision, Writer out) throws IOException {
            TextReport.write(snapshot, precision, out);
        }

        @Override
        public void write(Comparison comparison, int precision, Writer out) throws IOException {
            TextComparison.write(comparison, precision, out);
        }
    },
    /** The JSON report: methods that ran, with all their lines. */
    JSON("json") {
        @Override
        public void write(Snapshot snapshot, int precision, Writer out) throws IOException {
            JsonReport.write(snapshot, out);
        }

        @Override
        public void write(Comparison comparison, int precision, Writer out) throws IOException {
            JsonComparison.write(comparison, out);
        }
    },
    /** One row for each line that ran, RFC 4180. */
    CSV("csv") {
        @Override
        public void write(Snapshot snapshot, int precision, Writer out) throws IOException {
            CsvReport.write(snapshot, out);
        }

        @Override
        public void write(Comparison comparison, int precision, Writer out) throws IOException {
            CsvComparison.write(comparison, out);
        }
    },
    /** One self-contained page. */
    HTML("html") {
        @Override
        public void write(Snapshot snapshot, int precision, Writer out) throws IOException {
            HtmlReport.write(snapshot, out);
        }

        @Override
        public void write(Comparison comparison, int precision, Writer out) throws IOException {
            HtmlComparison.write(comparison, out);
        }
    };

    /** Decimals of the text report unless asked otherwise. */
    public static final int DEFAULT_PRECISION = 3;

    private final String extension;

    ReportFormat(String extension) {
        this.extension = extension;
    }

    /**
     * Writes and flushes; does not close.
     *
     * @param precision decimals of MiB in the text report, at least 0; the others have bytes
     */
    public abstract void write(Snapshot snapshot, int precision, Writer out) throws IOException;

    /**
     * Writes a comparison and flushes; does not close.
     *
     * @param precision decimals of MiB in the text, at least 0
     */
    public abstract void write(Comparison comparison, int precision, Writer out) throws IOException;

    /** The name on the command line. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a file of this form ends with, without the dot. */
    public String extension() {
        return extension;
    }

    /**
     * The form of that name.
     *
     * @throws IllegalArgumentException if there is none; the message lists them all
     */
    public static ReportFormat of(String name) {
        return Arrays.stream(values())
                .filter(f -> f.key().equals(name.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"" + name + "\" is not a report format: use "
                        + Arrays.stream(values()).map(ReportFormat::key).collect(Collectors.joining(", "))));
    }
}

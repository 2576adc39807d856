package org.heapline.app.cli;

import java.nio.file.Path;
import java.util.Locale;
import org.heapline.profile.format.ReportFormat;
import org.jspecify.annotations.Nullable;

/** The forms in which a report can be written: those of the model, and the snapshot file itself. */
enum Format {
    /** memory_profiler's table. */
    TEXT(ReportFormat.TEXT, ".txt"),
    JSON(ReportFormat.JSON, ".json"),
    CSV(ReportFormat.CSV, ".csv"),
    /** One self-contained page. */
    HTML(ReportFormat.HTML, ".html"),
    /** A file that can be opened, compared and reported on again. */
    SNAPSHOT(null, ".heapline");

    private final @Nullable ReportFormat report;
    private final String suffix;

    Format(@Nullable ReportFormat report, String suffix) {
        this.report = report;
        this.suffix = suffix;
    }

    /** How the model calls it; null for the snapshot file, which is not for reading. */
    @Nullable
    ReportFormat report() {
        return report;
    }

    /** The format that a file's name asks for; text if it asks for none. */
    static Format of(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        for (Format format : values()) {
            if (name.endsWith(format.suffix)) {
                return format;
            }
        }
        return name.endsWith(".htm") ? HTML : TEXT;
    }
}

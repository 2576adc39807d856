package org.heapline.profile.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.heapline.profile.Backend;
import org.heapline.profile.LineSlice;
import org.heapline.profile.LineSlices;
import org.heapline.profile.MethodStats;
import org.heapline.profile.Problem;
import org.heapline.profile.Snapshot;
import org.heapline.profile.TargetInfo;
import org.heapline.profile.ThreadStats;
import org.heapline.profile.TimelineSample;
import org.heapline.profile.Trip;
import org.heapline.profile.format.JsonReport;
import org.jspecify.annotations.Nullable;

/** Reads one JSON report. Keys it does not know are left out, so that keys may join within a format. */
final class SnapshotReader {
    private static final List<String> REQUIRED = List.of("target", "backend", "startedAt", "durationMillis", "methods");

    private final Path file;
    private final JsonCursor json;
    private final MethodReader methodReader;

    private long format = -1;
    private TargetInfo target = new TargetInfo(-1, "", "");
    private Backend backend = Backend.ALLOCATED;
    private Instant startedAt = Instant.EPOCH;
    private Duration duration = Duration.ZERO;
    private boolean complete = true;
    private final List<MethodStats> methods = new ArrayList<>();
    private final List<TimelineSample> timeline = new ArrayList<>();
    private @Nullable Trip trip;
    private final List<Problem> problems = new ArrayList<>();
    private final List<ThreadStats> threads = new ArrayList<>();
    private final Map<String, String> sources = new HashMap<>();
    private final List<LineSlice> slices = new ArrayList<>();

    SnapshotReader(Path file, InputStream in) throws IOException {
        this.file = file;
        this.json = new JsonCursor(file, in);
        this.methodReader = new MethodReader(json);
    }

    Snapshot read() throws IOException {
        try (json) {
            json.start();
            if (!json.isObject()) {
                throw foreign();
            }
            Set<String> found = new HashSet<>();
            json.object(key -> {
                found.add(key);
                return field(key);
            });
            if (format < 0) {
                throw foreign();
            }
            json.require(REQUIRED, found);
            json.end();
        }
        // A plain report has no sources of its own; the texts of its lines are better than nothing.
        Map<String, String> texts = sources.isEmpty() ? methodReader.sources() : sources;
        LineSlices times = new LineSlices(slices);
        if (!times.fits(methods)) {
            throw new SnapshotFormatException(
                    file + " is damaged: its slices of time have more lines than its methods");
        }
        return new Snapshot(
                target, backend, startedAt, duration, complete, methods, timeline, trip, problems, threads, texts,
                times);
    }

    private boolean field(String key) throws IOException {
        if (format < 0 && !"heapline".equals(key)) {
            throw foreign();
        }
        switch (key) {
            case "heapline" -> format = format();
            case "target" -> target = target();
            case "backend" -> backend = backend();
            case "startedAt" -> startedAt = instant();
            case "durationMillis" -> duration = Duration.ofMillis(json.number());
            case "methods" -> json.array(() -> methods.add(methodReader.read()));
            case "timeline" -> json.array(() -> timeline.add(sample()));
            case "trip" -> trip = json.isNull() ? null : new TripReader(json).read();
            case "problems" -> json.array(() -> problems.add(problem()));
            case "threads" -> json.array(() -> threads.add(thread()));
            case "complete" -> complete = json.truth();
            case "slices" -> json.array(() -> slices.add(new SliceReader(json).read()));
            case "sources" -> json.object(this::source);
            default -> {
                return false;
            }
        }
        return true;
    }

    private long format() throws IOException {
        long number = json.number();
        if (number > JsonReport.FORMAT) {
            throw new SnapshotFormatException(file + " was written by a newer Heapline (format " + number
                    + ", this one reads up to " + JsonReport.FORMAT + "): open it with that release");
        }
        if (number < 1) {
            throw json.wrong("there is no format " + number);
        }
        return number;
    }

    private TargetInfo target() throws IOException {
        long[] pid = {-1};
        String[] texts = {"", ""};
        json.object(key -> {
            switch (key) {
                case "pid" -> pid[0] = json.number();
                case "name" -> texts[0] = json.text();
                case "jdk" -> texts[1] = json.text();
                default -> {
                    return false;
                }
            }
            return true;
        });
        return new TargetInfo(pid[0], texts[0], texts[1]);
    }

    private Backend backend() throws IOException {
        String name = json.text();
        return Arrays.stream(Backend.values())
                .filter(b -> b.key().equals(name))
                .findFirst()
                .orElseThrow(() -> json.wrong("there is no backend \"" + name + "\""));
    }

    private Instant instant() throws IOException {
        String text = json.text();
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw json.wrong("\"" + text + "\" is not a moment such as 2026-03-01T10:15:30Z");
        }
    }

    private TimelineSample sample() throws IOException {
        List<String> keys =
                List.of("t", "heapUsed", "heapCommitted", "heapMax", "rss", "allocated", "gcCount", "gcMillis");
        long[] values = {JsonCursor.ABSENT, -1, -1, -1, -1, -1, -1, -1};
        json.object(key -> {
            int at = keys.indexOf(key);
            if (at >= 0) {
                values[at] = json.number();
            }
            return at >= 0;
        });
        return new TimelineSample(
                json.present(values[0], "t"),
                values[1],
                values[2],
                values[3],
                values[4],
                values[5],
                values[6],
                values[7]);
    }

    private Problem problem() throws IOException {
        String[] texts = {"", ""};
        json.object(key -> {
            int at = List.of("what", "why").indexOf(key);
            if (at >= 0) {
                texts[at] = json.text();
            }
            return at >= 0;
        });
        return new Problem(texts[0], texts[1]);
    }

    private ThreadStats thread() throws IOException {
        List<String> keys = List.of("id", "threads", "selfBytes");
        String[] name = {""};
        boolean[] virtual = {false};
        long[] values = {0, 1, JsonCursor.ABSENT};
        json.object(key -> {
            int at = keys.indexOf(key);
            if (at >= 0) {
                values[at] = json.number();
            } else if ("name".equals(key)) {
                name[0] = json.text();
            } else if ("virtual".equals(key)) {
                virtual[0] = json.truth();
            } else {
                return false;
            }
            return true;
        });
        return new ThreadStats(name[0], values[0], virtual[0], (int) values[1], json.present(values[2], "selfBytes"));
    }

    private boolean source(String name) throws IOException {
        sources.put(name, json.text());
        return true;
    }

    private SnapshotFormatException foreign() {
        return new SnapshotFormatException(
                file + " is no Heapline snapshot: it does not begin with {\"heapline\":" + JsonReport.FORMAT);
    }
}

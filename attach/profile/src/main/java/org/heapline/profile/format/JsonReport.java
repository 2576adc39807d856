package org.heapline.profile.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import org.heapline.profile.LineStats;
import org.heapline.profile.MethodStats;
import org.heapline.profile.Problem;
import org.heapline.profile.Snapshot;
import org.heapline.profile.ThreadStats;
import org.heapline.profile.TimelineSample;

/**
 * The JSON report, whose keys and their order are a contract. It lists the methods that ran, each with all its lines;
 * a line that did not run has zeros.
 *
 * <p>The {@linkplain #writeFull full form} is what a snapshot file holds: the same, and besides it the methods that did
 * not run, {@code location} of each method, {@code heapMax}, {@code allocated}, {@code gcCount} and {@code gcMillis} of
 * each timeline sample, {@code sources}, and {@code slices}: what was added to the lines, stretch by stretch.
 */
public final class JsonReport {
    /** The number that a reader of an older form must refuse. */
    public static final int FORMAT = 1;

    private final JsonGenerator json;
    private final Snapshot snapshot;
    private final SourceIndex sources;
    private final boolean full;

    private JsonReport(JsonGenerator json, Snapshot snapshot, boolean full) {
        this.json = json;
        this.snapshot = snapshot;
        this.sources = new SourceIndex(snapshot.sources());
        this.full = full;
    }

    /** Writes the report and flushes. */
    public static void write(Snapshot snapshot, Writer out) throws IOException {
        write(snapshot, out, false);
    }

    /** Writes everything that a snapshot holds and flushes. */
    public static void writeFull(Snapshot snapshot, Writer out) throws IOException {
        write(snapshot, out, true);
    }

    private static void write(Snapshot snapshot, Writer out, boolean full) throws IOException {
        JsonFactory factory = new JsonFactory();
        try (JsonGenerator json = factory.createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.setPrettyPrinter(new ElementALine());
            new JsonReport(json, snapshot, full).report();
            json.writeRaw('\n');
        }
        out.flush();
    }

    private void report() throws IOException {
        json.writeStartObject();
        json.writeNumberField("heapline", FORMAT);
        json.writeObjectFieldStart("target");
        json.writeNumberField("pid", snapshot.target().pid());
        json.writeStringField("name", snapshot.target().name());
        json.writeStringField("jdk", snapshot.target().jdk());
        json.writeEndObject();
        json.writeStringField("backend", snapshot.backend().key());
        json.writeStringField("startedAt", snapshot.startedAt().toString());
        json.writeNumberField("durationMillis", snapshot.duration().toMillis());
        json.writeArrayFieldStart("methods");
        for (MethodStats method : snapshot.methods()) {
            if (full || method.lines().stream().anyMatch(LineStats::ran)) {
                method(method);
            }
        }
        json.writeEndArray();
        json.writeArrayFieldStart("timeline");
        for (TimelineSample sample : snapshot.timeline()) {
            sample(sample);
        }
        json.writeEndArray();
        json.writeFieldName("trip");
        JsonTrip.write(snapshot.trip(), json);
        problems(snapshot.problems());
        json.writeBooleanField("complete", snapshot.complete());
        threads(snapshot.threads());
        if (full) {
            sources(snapshot.sources());
            JsonSlices.write(snapshot.slices(), json);
        }
        json.writeEndObject();
    }

    private void method(MethodStats method) throws IOException {
        json.writeStartObject();
        json.writeStringField("class", method.className());
        json.writeStringField("method", method.method());
        json.writeStringField("descriptor", method.descriptor());
        json.writeStringField("file", method.file());
        if (full) {
            json.writeStringField("location", method.location());
        }
        json.writeArrayFieldStart("lines");
        for (LineStats line : method.lines()) {
            json.writeStartObject();
            json.writeNumberField("line", line.line());
            json.writeNumberField("occurrences", line.occurrences());
            json.writeNumberField("incrementBytes", line.incrementBytes());
            json.writeNumberField("selfBytes", line.selfBytes());
            json.writeNumberField("memUsageBytes", line.memUsageBytes());
            json.writeStringField("text", sources.text(method.file(), line.line()));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void sample(TimelineSample sample) throws IOException {
        json.writeStartObject();
        json.writeNumberField("t", sample.t());
        json.writeNumberField("heapUsed", sample.heapUsed());
        json.writeNumberField("heapCommitted", sample.heapCommitted());
        json.writeNumberField("rss", sample.rss());
        if (full) {
            json.writeNumberField("heapMax", sample.heapMax());
            json.writeNumberField("allocated", sample.allocated());
            json.writeNumberField("gcCount", sample.gcCount());
            json.writeNumberField("gcMillis", sample.gcMillis());
        }
        json.writeEndObject();
    }

    private void problems(List<Problem> problems) throws IOException {
        json.writeArrayFieldStart("problems");
        for (Problem problem : problems) {
            json.writeStartObject();
            json.writeStringField("what", problem.what());
            json.writeStringField("why", problem.why());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void threads(List<ThreadStats> threads) throws IOException {
        json.writeArrayFieldStart("threads");
        for (ThreadStats thread : threads) {
            json.writeStartObject();
            json.writeStringField("name", thread.name());
            json.writeNumberField("id", thread.id());
            json.writeBooleanField("virtual", thread.virtual());
            json.writeNumberField("threads", thread.threads());
            json.writeNumberField("selfBytes", thread.selfBytes());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void sources(Map<String, String> texts) throws IOException {
        json.writeObjectFieldStart("sources");
        for (String file : texts.keySet().stream().sorted().toList()) {
            json.writeStringField(file, texts.get(file));
        }
        json.writeEndObject();
    }
}

package org.heapline.profile.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import org.heapline.profile.Comparison;
import org.heapline.profile.LineChange;
import org.heapline.profile.LineStats;
import org.heapline.profile.MethodChange;
import org.heapline.profile.Snapshot;
import org.jspecify.annotations.Nullable;

/** A comparison as JSON: every line that ran in one of the two, the unchanged ones too. */
final class JsonComparison {
    private static final int FORMAT = 1;

    private JsonComparison() {}

    static void write(Comparison comparison, Writer out) throws IOException {
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.setPrettyPrinter(new ElementALine());
            json.writeStartObject();
            json.writeNumberField("heaplineComparison", FORMAT);
            snapshot("before", comparison.before(), comparison.selfBefore(), json);
            snapshot("after", comparison.after(), comparison.selfAfter(), json);
            json.writeArrayFieldStart("methods");
            for (MethodChange method : comparison.methods()) {
                method(method, json);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
        out.flush();
    }

    private static void snapshot(String key, Snapshot snapshot, long self, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(key);
        json.writeObjectFieldStart("target");
        json.writeNumberField("pid", snapshot.target().pid());
        json.writeStringField("name", snapshot.target().name());
        json.writeStringField("jdk", snapshot.target().jdk());
        json.writeEndObject();
        json.writeStringField("backend", snapshot.backend().key());
        json.writeStringField("startedAt", snapshot.startedAt().toString());
        json.writeNumberField("durationMillis", snapshot.duration().toMillis());
        json.writeNumberField("selfBytes", self);
        json.writeEndObject();
    }

    private static void method(MethodChange change, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("class", change.method().className());
        json.writeStringField("method", change.method().method());
        json.writeStringField("descriptor", change.method().descriptor());
        json.writeStringField("file", change.method().file());
        json.writeNumberField("selfChangeBytes", change.delta());
        json.writeArrayFieldStart("lines");
        for (LineChange line : change.lines()) {
            json.writeStartObject();
            json.writeStringField("state", line.state().key());
            json.writeNumberField("selfChangeBytes", line.delta());
            line("before", line.before(), json);
            line("after", line.after(), json);
            json.writeStringField("text", line.text());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void line(String key, @Nullable LineStats line, JsonGenerator json) throws IOException {
        if (line == null) {
            json.writeNullField(key);
            return;
        }
        json.writeObjectFieldStart(key);
        json.writeNumberField("line", line.line());
        json.writeNumberField("occurrences", line.occurrences());
        json.writeNumberField("incrementBytes", line.incrementBytes());
        json.writeNumberField("selfBytes", line.selfBytes());
        json.writeNumberField("memUsageBytes", line.memUsageBytes());
        json.writeEndObject();
    }
}

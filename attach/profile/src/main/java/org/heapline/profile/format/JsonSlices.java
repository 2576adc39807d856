package org.heapline.profile.format;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.function.IntToLongFunction;
import org.heapline.profile.LineSlice;
import org.heapline.profile.LineSlices;

/** The slices of a snapshot in JSON: each figure a list of its own, which packs well. */
final class JsonSlices {
    private JsonSlices() {}

    static void write(LineSlices slices, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("slices");
        for (LineSlice slice : slices.slices()) {
            json.writeStartObject();
            json.writeNumberField("from", slice.time().fromMillis());
            json.writeNumberField("to", slice.time().toMillis());
            column("lines", slice.size(), slice::line, json);
            column("occurrences", slice.size(), slice::occurrences, json);
            column("incrementBytes", slice.size(), slice::increment, json);
            column("selfBytes", slice.size(), slice::self, json);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void column(String name, int size, IntToLongFunction figure, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(name);
        for (int i = 0; i < size; i++) {
            json.writeNumber(figure.applyAsLong(i));
        }
        json.writeEndArray();
    }
}

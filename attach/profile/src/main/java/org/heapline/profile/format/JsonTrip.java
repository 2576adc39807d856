package org.heapline.profile.format;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.heapline.profile.Trip;
import org.jspecify.annotations.Nullable;

/** The trip of a JSON report. */
final class JsonTrip {
    private JsonTrip() {}

    static void write(@Nullable Trip trip, JsonGenerator json) throws IOException {
        if (trip == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeStringField("memory", trip.memory());
        json.writeNumberField("currentBytes", trip.currentBytes());
        json.writeNumberField("limitBytes", trip.limitBytes());
        json.writeNumberField("t", trip.t());
        json.writeStringField("thread", trip.thread());
        json.writeStringField("class", trip.className());
        json.writeStringField("method", trip.method());
        json.writeStringField("file", trip.file());
        json.writeNumberField("line", trip.line());
        json.writeStringField("message", trip.sentence());
        json.writeBooleanField("approximate", trip.approximate());
        json.writeStringField("note", trip.note());
        json.writeArrayFieldStart("locks");
        for (String lock : trip.locks()) {
            json.writeString(lock);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("stack");
        for (Trip.Frame frame : trip.stack()) {
            json.writeStartObject();
            json.writeStringField("class", frame.className());
            json.writeStringField("method", frame.method());
            json.writeStringField("file", frame.fileName());
            json.writeNumberField("line", frame.line());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("locals");
        for (Trip.Local local : trip.locals()) {
            json.writeStartObject();
            json.writeStringField("name", local.name());
            json.writeStringField("type", local.type());
            json.writeStringField("value", local.value());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}

package org.heapline.profile.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Walks through a JSON text; whatever is not as expected becomes an error that says where. */
final class JsonCursor implements AutoCloseable {
    /** Takes the value of one key; the cursor stands on the value's first token. */
    @FunctionalInterface
    interface Field {
        /** @return whether the key is known; if not, its value is skipped */
        boolean take(String key) throws IOException;
    }

    /** Takes one element of an array; the cursor stands on its first token. */
    @FunctionalInterface
    interface Element {
        void take() throws IOException;
    }

    /** Stands for a number until it has been read: no figure is so small. */
    static final long ABSENT = Long.MIN_VALUE;

    private final Path file;
    private final JsonParser json;

    JsonCursor(Path file, InputStream in) throws IOException {
        this.file = file;
        JsonFactory factory = new JsonFactory();
        // Decoding is left to the reader, so that what is no UTF-8 reads as a wrong character and not as a crash.
        this.json = factory.createParser(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        json.close();
    }

    /** Moves to the first token of the text. */
    void start() throws IOException {
        json.nextToken();
    }

    /** Reads to the end of the text, where nothing may follow. */
    void end() throws IOException {
        if (json.nextToken() != null) {
            throw wrong("there is something after the end of the report");
        }
    }

    void object(Field field) throws IOException {
        expect(JsonToken.START_OBJECT, "an object");
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            json.nextToken();
            if (!field.take(key)) {
                json.skipChildren();
            }
        }
    }

    /** Fails where one of the keys is not among those of the object that has just been read. */
    void require(List<String> required, Set<String> found) throws IOException {
        for (String key : required) {
            if (!found.contains(key)) {
                throw missing(key);
            }
        }
    }

    /**
     * A number of the object that has just been read.
     *
     * @param number {@link #ABSENT} if it was not there
     */
    long present(long number, String key) throws IOException {
        if (number == ABSENT) {
            throw missing(key);
        }
        return number;
    }

    /** An object that has just been read says nothing without this key. */
    SnapshotFormatException missing(String key) {
        return wrong("\"" + key + "\" is missing" + (key().isEmpty() ? "" : " in " + key()));
    }

    void array(Element element) throws IOException {
        expect(JsonToken.START_ARRAY, "a list");
        while (json.nextToken() != JsonToken.END_ARRAY) {
            element.take();
        }
    }

    String text() throws IOException {
        expect(JsonToken.VALUE_STRING, "a text");
        return json.getText();
    }

    long number() throws IOException {
        expect(JsonToken.VALUE_NUMBER_INT, "a whole number");
        return json.getLongValue();
    }

    int smallNumber() throws IOException {
        expect(JsonToken.VALUE_NUMBER_INT, "a whole number");
        return json.getIntValue();
    }

    boolean truth() throws IOException {
        if (!json.currentToken().isBoolean()) {
            throw wrong("expected true or false for " + key());
        }
        return json.getBooleanValue();
    }

    boolean isNull() {
        return json.currentToken() == JsonToken.VALUE_NULL;
    }

    boolean isObject() {
        return json.currentToken() == JsonToken.START_OBJECT;
    }

    /** An error at the place that is being read. */
    SnapshotFormatException wrong(String what) {
        JsonLocation at = json.currentTokenLocation();
        return new SnapshotFormatException(
                file + " is damaged at line " + at.getLineNr() + ", column " + at.getColumnNr() + ": " + what);
    }

    private void expect(JsonToken token, String what) throws IOException {
        if (json.currentToken() != token) {
            throw wrong("expected " + what + " for " + key());
        }
    }

    private String key() {
        return json.getParsingContext().pathAsPointer().toString();
    }
}

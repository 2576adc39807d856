package org.heapline.profile.format;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;

/** Puts each element of an array on a line of its own: small, and still fit for diff, grep and a reader's eye. */
final class ElementALine extends MinimalPrettyPrinter {
    ElementALine() {
        super("\n");
    }

    @Override
    public void beforeArrayValues(JsonGenerator json) throws IOException {
        json.writeRaw('\n');
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator json) throws IOException {
        json.writeRaw(",\n");
    }
}

package org.heapline.bench.work;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/** JSON by a library: once token by token, once as a tree. The library itself is not profiled. */
public final class Json implements Workload {
    private final String text = Records.json(200);
    private final JsonFactory factory = new JsonFactory();
    private final ObjectMapper mapper = new ObjectMapper();

    @Override
    public long run(int size) throws IOException {
        long sum = 0;
        for (int i = 0; i < size; i++) {
            sum = sum * 31 + tokens();
            sum = sum * 31 + tree();
        }
        return sum;
    }

    private long tokens() throws IOException {
        long sum = 0;
        try (JsonParser parser = factory.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_NUMBER_INT) {
                    sum += parser.getIntValue();
                } else if (token == JsonToken.VALUE_STRING) {
                    sum += parser.getText().length();
                }
            }
        }
        return sum;
    }

    private long tree() throws IOException {
        long sum = 0;
        for (JsonNode item : mapper.readTree(text)) {
            double price = item.get("price").asDouble();
            sum += (long) (price * 10);
            sum += item.get("category").asText().length();
        }
        return sum;
    }
}

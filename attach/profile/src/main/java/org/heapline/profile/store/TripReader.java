package org.heapline.profile.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.heapline.profile.Trip;

/** Reads the trip of a JSON report. */
final class TripReader {
    private final JsonCursor json;
    private final Map<String, String> texts = new HashMap<>();
    private long current;
    private long limit;
    private long t;
    private int line = -1;
    private boolean approximate;
    private final List<Trip.Frame> stack = new ArrayList<>();
    private final List<Trip.Local> locals = new ArrayList<>();
    private final List<String> locks = new ArrayList<>();

    TripReader(JsonCursor json) {
        this.json = json;
    }

    Trip read() throws IOException {
        json.object(this::field);
        return new Trip(
                text(texts, "memory"),
                current,
                limit,
                t,
                text(texts, "thread"),
                text(texts, "class"),
                text(texts, "method"),
                text(texts, "file"),
                line,
                stack,
                locals,
                approximate,
                locks,
                text(texts, "note"));
    }

    private boolean field(String key) throws IOException {
        switch (key) {
            case "currentBytes" -> current = json.number();
            case "limitBytes" -> limit = json.number();
            case "t" -> t = json.number();
            case "line" -> line = json.smallNumber();
            case "memory", "thread", "class", "method", "file", "note" -> texts.put(key, json.text());
            case "approximate" -> approximate = json.truth();
            case "locks" -> json.array(() -> locks.add(json.text()));
            case "stack" -> json.array(() -> stack.add(frame()));
            case "locals" -> json.array(() -> locals.add(local()));
            default -> {
                return false;
            }
        }
        return true;
    }

    private Trip.Frame frame() throws IOException {
        Map<String, String> frame = new HashMap<>();
        int[] at = {-1};
        json.object(key -> {
            switch (key) {
                case "line" -> at[0] = json.smallNumber();
                case "class", "method", "file" -> frame.put(key, json.text());
                default -> {
                    return false;
                }
            }
            return true;
        });
        return new Trip.Frame(text(frame, "class"), text(frame, "method"), text(frame, "file"), at[0]);
    }

    private Trip.Local local() throws IOException {
        Map<String, String> local = new HashMap<>();
        json.object(key -> {
            boolean known = List.of("name", "type", "value").contains(key);
            if (known) {
                local.put(key, json.text());
            }
            return known;
        });
        return new Trip.Local(text(local, "name"), text(local, "type"), text(local, "value"));
    }

    private static String text(Map<String, String> texts, String key) {
        return texts.getOrDefault(key, "");
    }
}

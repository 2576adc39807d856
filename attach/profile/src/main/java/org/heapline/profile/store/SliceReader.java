package org.heapline.profile.store;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.heapline.profile.LineSlice;
import org.heapline.profile.TimeRange;

/** Reads one slice of a snapshot. */
final class SliceReader {
    private static final List<String> COLUMNS = List.of("lines", "occurrences", "incrementBytes", "selfBytes");

    private final JsonCursor json;
    private final long[][] columns = new long[COLUMNS.size()][];
    private long from;
    private long to;
    private int size;

    SliceReader(JsonCursor json) {
        this.json = json;
        Arrays.fill(columns, new long[0]);
    }

    LineSlice read() throws IOException {
        json.object(this::field);
        if (to < from || from < 0) {
            throw json.wrong("a slice from " + from + " to " + to + " ms");
        }
        for (int i = 1; i < columns.length; i++) {
            if (columns[i].length != columns[0].length) {
                throw json.wrong("a slice has " + columns[0].length + " lines, but " + columns[i].length
                        + " figures in " + COLUMNS.get(i));
            }
        }
        LineSlice slice = new LineSlice(new TimeRange(from, to), columns[0].length);
        long before = -1;
        for (int i = 0; i < columns[0].length; i++) {
            long line = columns[0][i];
            if (line <= before || line > Integer.MAX_VALUE) {
                throw json.wrong("the lines of a slice are not in order");
            }
            slice.add((int) line, columns[1][i], columns[2][i], columns[3][i]);
            before = line;
        }
        return slice;
    }

    private boolean field(String key) throws IOException {
        int column = COLUMNS.indexOf(key);
        if (column >= 0) {
            columns[column] = numbers();
            return true;
        }
        switch (key) {
            case "from" -> from = json.number();
            case "to" -> to = json.number();
            default -> {
                return false;
            }
        }
        return true;
    }

    private long[] numbers() throws IOException {
        long[][] numbers = {new long[64]};
        size = 0;
        json.array(() -> {
            if (size == numbers[0].length) {
                numbers[0] = Arrays.copyOf(numbers[0], 2 * size);
            }
            numbers[0][size++] = json.number();
        });
        return Arrays.copyOf(numbers[0], size);
    }
}

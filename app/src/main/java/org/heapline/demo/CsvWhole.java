package org.heapline.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads all rows, then filters, then counts: three times the file in memory at once. */
final class CsvWhole {
    /** How many rows of each category have a value above 500. */
    Map<String, Integer> countByCategory(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file); // the whole file
        List<String[]> rows = new ArrayList<>();
        for (String line : lines) {
            rows.add(line.split(",")); // the whole file again, in pieces
        }
        List<String[]> large = new ArrayList<>();
        for (String[] row : rows) {
            if (Integer.parseInt(row[2]) > 500) {
                large.add(row);
            }
        }
        Map<String, Integer> counts = new TreeMap<>();
        for (String[] row : large) {
            counts.merge(row[1], 1, Integer::sum);
        }
        return counts;
    }
}

package org.heapline.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The same answer, row by row: only the counts stay, however long the file is. */
final class CsvStreaming {
    /** How many rows of each category have a value above 500. */
    Map<String, Integer> countByCategory(Path file) throws IOException {
        Map<String, Integer> counts = new TreeMap<>();
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            String line;
            while ((line = reader.readLine()) != null) {
                int comma = line.lastIndexOf(',');
                int value = Integer.parseInt(line, comma + 1, line.length(), 10);
                if (value > 500) {
                    String category = line.substring(line.indexOf(',') + 1, comma); // all that is cut out
                    counts.merge(category, 1, Integer::sum);
                }
            }
        }
        return counts;
    }
}

package org.heapline.demo;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** Writes the CSV file that the two readers count. */
final class SampleData {
    private static final List<String> CATEGORIES = List.of("books", "garden", "music", "tools", "toys");

    private SampleData() {}

    /** Rows of {@code id,category,value}, always the same ones. */
    static void write(Path file, int rows) throws IOException {
        Random random = new Random(42);
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            for (int id = 0; id < rows; id++) {
                String category = CATEGORIES.get(random.nextInt(CATEGORIES.size()));
                writer.write(id + "," + category + "," + random.nextInt(1_000));
                writer.newLine();
            }
        }
    }
}

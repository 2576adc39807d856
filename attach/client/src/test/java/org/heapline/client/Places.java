package org.heapline.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Line numbers of the program for tests, by the comments that stand on them. */
final class Places {
    private static final Path SOURCE = Path.of("src/test/java/org/heapline/client/Shop.java");

    private Places() {}

    static int lineOf(String comment) {
        try {
            List<String> lines = Files.readAllLines(SOURCE);
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).endsWith("// " + comment)) {
                    return i + 1;
                }
            }
            throw new IllegalArgumentException("no line is marked // " + comment);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

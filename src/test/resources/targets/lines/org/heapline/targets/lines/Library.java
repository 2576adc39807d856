package org.heapline.targets.lines;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.heapline.targets.Commands;

/** Lines that leave it to the JDK's own classes: how much that takes is counted in a program without Heapline. */
final class Library {
    private static final List<String> WORDS = new ArrayList<>();

    static {
        for (int i = 0; i < 1000; i++) {
            WORDS.add("word-" + i);
        }
    }

    private Library() {}

    static void work() {
        text(); // assertOccurrences(1) assertIncrement(count(Library.text)) assertSelf(0)
        list(); // assertOccurrences(1) assertIncrement(count(Library.list)) assertSelf(0)
        map(); // assertOccurrences(1) assertIncrement(count(Library.map)) assertSelf(0)
        boxes(); // assertOccurrences(1) assertIncrement(count(Library.boxes)) assertSelf(0)
        format(); // assertOccurrences(1) assertIncrement(count(Library.format)) assertSelf(0)
    }

    static void text() {
        Commands.sink = String.join(", ", WORDS).toUpperCase(Locale.ROOT).split(", "); // assertIncrement(count(Library.text)) assertSelf(count(Library.text))
    }

    static void list() {
        Commands.sink = new ArrayList<>(WORDS).subList(10, 900).toArray(); // assertIncrement(count(Library.list))
    }

    static void map() {
        Map<String, String> map = new HashMap<>();
        for (String word : WORDS) {
            map.put(word, word);
        }
        Commands.sink = map;
    }

    static void boxes() {
        Commands.sink = Long.valueOf(1_000_000L + WORDS.size()); // assertIncrement(24) assertSelf(count(Library.boxes))
    }

    static void format() {
        Commands.sink = String.format(Locale.ROOT, "%s has %d", "list", 1000); // assertIncrement(count(Library.format))
    }
}

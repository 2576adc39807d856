package org.heapline.targets.lines;

import org.heapline.targets.Commands;

/** Names and comments in any script: ελληνικά, 日本語, русский, 😀. */
final class Scripts {
    private Scripts() {}

    static void work() {
        int größe = 100; // groß genug für alle Fälle assertOccurrences(1) assertIncrement(0)
        Commands.sink = new byte[größe]; // 一行 assertOccurrences(1) assertIncrement(bytes(100))
        счёт(größe); // assertIncrement(bytes(200)) assertSelf(0)
    }

    private static void счёт(int число) {
        Commands.sink = new byte[число * 2]; // 😀 assertOccurrences(1) assertIncrement(bytes(200))
    }
}

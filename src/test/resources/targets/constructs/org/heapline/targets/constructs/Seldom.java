package org.heapline.targets.constructs;

import java.util.ArrayList;
import java.util.List;
import org.heapline.targets.Commands;

/** Lines that could allocate each time and hardly ever do, compiled, while collections take the thread's buffer away. */
final class Seldom {
    private static final int ROUNDS = 600_000;

    private Seldom() {}

    static void work() {
        boxes();
        calls();
        grows();
    }

    private static void boxes() {
        for (int i = 0; i < ROUNDS; i++) { // assertOccurrences(600001) assertIncrement(0)
            Commands.sink = Long.valueOf(i % 1000 == 0 ? 1000 : 1); // assertOccurrences(600000) assertIncrement(600 * object(long))
            if (i % 200_000 == 0) { // assertOccurrences(600000)
                System.gc(); // assertOccurrences(3) assertIncrement(0)
            }
        }
    }

    private static void calls() {
        for (int i = 0; i < ROUNDS; i++) { // assertOccurrences(600001) assertIncrement(0)
            if (i % 100 == 7) { // assertOccurrences(600000)
                Commands.sink = new byte[24]; // assertOccurrences(6000) assertIncrement(6000 * bytes(24))
            } else {
                seldom(i); // assertOccurrences(594000) assertIncrement(600 * ints(2)) assertSelf(0)
            }
        }
    }

    private static void seldom(int i) {
        if (i % 1000 == 0) { // assertOccurrences(594000)
            Commands.sink = new int[2]; // assertOccurrences(600) assertIncrement(600 * ints(2))
        }
    }

    private static void grows() {
        List<Object> list = new ArrayList<>(1024); // assertOccurrences(1)
        for (int i = 0; i < ROUNDS; i++) { // assertOccurrences(600001) assertIncrement(0)
            if (list.size() == 1024) { // assertOccurrences(600000) assertIncrement(0)
                list.clear(); // assertOccurrences(585) assertIncrement(0)
            }
            list.add(list); // assertOccurrences(600000) assertIncrement(0)
        }
    }
}

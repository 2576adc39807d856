package org.heapline.agent;

import java.heapline.BeanReader;
import java.heapline.Setup;
import java.heapline.Threads;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The counters are one for a JVM, so for all tests: each begins with none and leaves none. */
abstract class FreshCounters {
    @BeforeEach
    @AfterEach
    void startFromNothing() {
        Setup.choose(new BeanReader(), "mxbean: test");
        Threads.clear();
    }
}

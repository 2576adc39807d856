package org.heapline.views.hotlines;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RateTest {
    private final Rate rate = new Rate();

    @Test
    void isTheMeanUntilTheFirstWindowIsFull() {
        assertEquals(1_000, rate.perSecond(500, 500));
    }

    @Test
    void followsTheProgramWithinTwoWindows() {
        for (long t = 0; t <= 10_000; t += 100) {
            rate.perSecond(t * 10, t);
        }
        double stalled = 1;
        for (long t = 10_100; t <= 10_000 + 2 * Rate.WINDOW_MILLIS + 100; t += 100) {
            stalled = rate.perSecond(100_000, t);
        }
        assertEquals(0, stalled);
    }

    @Test
    void countersSetBackStartAfresh() {
        rate.perSecond(5_000, 3_000);
        assertEquals(0, rate.perSecond(10, 3_100));
    }
}

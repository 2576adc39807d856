package org.heapline.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.heapline.ThreadCounters;
import java.heapline.Threads;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A thread of the program that works for the profiler for a while. */
class StepAsideTest {
    @BeforeEach
    @AfterEach
    void startFromNothing() {
        Threads.clear();
    }

    @Test
    void countsForTheProgramAgainAfterwards() {
        Threads.share();
        ThreadCounters mine = Threads.stepAside();
        assertNotNull(mine);
        assertNull(Threads.stepAside(), "it is aside already");
        assertEquals(1, Threads.roll().living.length);
        Threads.stepBack(mine);
        assertEquals(mine, Threads.roll().living[0]);
    }

    @Test
    void leavesNothingWhereTheSessionHasEndedMeanwhile() {
        Threads.share();
        ThreadCounters mine = Threads.stepAside();
        Threads.clear();
        Threads.stepBack(mine);
        assertEquals(0, Threads.roll().living.length);
    }

    @Test
    void isNotNeededWhereOnlyTheProgramUsesWhatIsProfiled() {
        assertNull(Threads.stepAside());
    }
}

package org.heapline.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.heapline.OwnWork;
import java.heapline.Sums;
import java.heapline.ThreadCounters;
import java.heapline.Threads;
import org.junit.jupiter.api.Test;

/** A thread of the program that works for the profiler for a while. */
class StepAsideTest extends FreshCounters {
    @Test
    void countsForTheProgramAgainAfterwards() {
        OwnWork.share();
        ThreadCounters mine = OwnWork.stepAside();
        assertNotNull(mine);
        assertNull(OwnWork.stepAside(), "it is aside already");
        assertEquals(1, living().length);
        OwnWork.stepBack(mine);
        assertEquals(mine, living()[0]);
    }

    @Test
    void leavesNothingWhereTheSessionHasEndedMeanwhile() {
        OwnWork.share();
        ThreadCounters mine = OwnWork.stepAside();
        Threads.clear();
        OwnWork.stepBack(mine);
        assertEquals(0, living().length);
    }

    @Test
    void isNotNeededWhereOnlyTheProgramUsesWhatIsProfiled() {
        assertNull(OwnWork.stepAside());
    }

    private static ThreadCounters[] living() {
        return Threads.sumByThread(Threads.base(), new Sums()).living;
    }
}

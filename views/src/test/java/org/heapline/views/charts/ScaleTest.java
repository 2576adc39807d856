package org.heapline.views.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScaleTest {
    @ParameterizedTest
    @CsvSource({"640, 200", "100, 25", "0, 0.25", "7, 2", "1500, 500", "4096, 1024", "16384, 5120"})
    void ticksAreRound(double max, double step) {
        assertEquals(step, Scale.upTo(max).step(), 1e-9);
    }

    @Test
    void figuresAreInTheUnitOfTheScale() {
        assertEquals("MiB", Scale.upTo(640).unit());
        assertEquals("400", Scale.upTo(640).figure(400));
        assertEquals("0.25", Scale.upTo(0).figure(0.25));
        assertEquals("GiB", Scale.upTo(4096).unit());
        assertEquals("3", Scale.upTo(4096).figure(3072));
        assertEquals("1.5", Scale.upTo(2048).figure(1536));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 1, 9, 10, 512, 640, 4095, 16384})
    void allFitsWithTwoToFiveTicks(double max) {
        Scale scale = Scale.upTo(max);
        assertTrue(scale.top() >= max);
        double ticks = scale.top() / scale.step();
        assertTrue(ticks >= 2 && ticks < 5, ticks + " ticks");
    }

    @ParameterizedTest
    @CsvSource({"30000, 7, 5000", "160000, 7, 30000", "3600000, 7, 600000", "999999999, 7, 86400000"})
    void timesAreRoundToo(long span, int most, long step) {
        assertEquals(step, Scale.timeStep(span, most));
    }
}

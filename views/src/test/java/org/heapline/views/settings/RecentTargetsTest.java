package org.heapline.views.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RecentTargetsTest {
    private final Preferences preferences = new Preferences();
    private final RecentTargets recent = new RecentTargets(preferences);

    @Test
    void aProgramIsKnownByItsName() {
        recent.remember("orders-service", List.of("com.acme.orders.**", "@Profile"));
        assertEquals(List.of("com.acme.orders.**", "@Profile"), recent.patterns("orders-service"));
        assertEquals(List.of(), recent.patterns("kafka.Kafka"));
    }

    @Test
    void whatIsNoPatternAnyMoreIsLeftOut() {
        preferences.put("target.demo", List.of("com.acme.*", "com..acme##"));
        assertEquals(List.of("com.acme.*"), recent.patterns("demo"));
    }

    @Test
    void onlyTheLatestProgramsAreKept() {
        for (int i = 0; i < 40; i++) {
            recent.remember("program" + i, List.of("a.B"));
        }
        assertEquals(List.of(), recent.patterns("program0"));
        assertEquals(List.of("a.B"), recent.patterns("program39"));
        assertEquals(30, preferences.keys("target.").size());
    }

    @Test
    void anEmptySetOfConstantsIsNotTheDefault() {
        EnumSet<TimeUnit> usual = EnumSet.of(TimeUnit.DAYS);
        assertEquals(usual, preferences.constants("units", TimeUnit.class, usual));
        preferences.put("units", EnumSet.noneOf(TimeUnit.class));
        assertEquals(EnumSet.noneOf(TimeUnit.class), preferences.constants("units", TimeUnit.class, usual));
    }

    @Test
    void aNumberOutOfBoundsMeansTheDefault() {
        preferences.put("font", "400");
        assertEquals(13, preferences.number("font", 13, 10, 20));
    }
}

package org.heapline.views.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RecentTargetsTest {
    private final Preferences preferences = new Preferences();
    private final RecentTargets recent = new RecentTargets(preferences);

    @Test
    void aProgramIsKnownByItsName() {
        recent.remember("orders-service", null, List.of("com.acme.orders.**", "@Profile"));
        assertEquals(List.of("com.acme.orders.**", "@Profile"), recent.patterns("orders-service", null));
        assertEquals(List.of(), recent.patterns("kafka.Kafka", null));
    }

    @Test
    void programsOfOneNameAreToldApartByTheirFolders() {
        Path orders = Path.of("/srv/orders");
        Path stock = Path.of("/srv/stock");
        recent.remember("Launcher", null, List.of("com.acme.**"));
        assertEquals(List.of("com.acme.**"), recent.patterns("Launcher", orders), "as earlier versions remembered it");
        recent.remember("Launcher", orders, List.of("com.acme.orders.**"));
        recent.remember("Launcher", stock, List.of());
        assertEquals(List.of("com.acme.orders.**"), recent.patterns("Launcher", orders));
        assertEquals(List.of(), recent.patterns("Launcher", stock), "its own classes were chosen for it");
        assertEquals(List.of("com.acme.**"), recent.patterns("Launcher", null));
    }

    @Test
    void whatIsNoPatternAnyMoreIsLeftOut() {
        preferences.put("target.demo", List.of("com.acme.*", "com..acme##"));
        assertEquals(List.of("com.acme.*"), recent.patterns("demo", null));
    }

    @Test
    void onlyTheLatestProgramsAreKept() {
        for (int i = 0; i < 40; i++) {
            recent.remember("program" + i, null, List.of("a.B"));
        }
        assertEquals(List.of(), recent.patterns("program0", null));
        assertEquals(List.of("a.B"), recent.patterns("program39", null));
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

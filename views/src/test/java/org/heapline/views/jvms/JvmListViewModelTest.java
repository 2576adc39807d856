package org.heapline.views.jvms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import org.heapline.client.JvmProcess;
import org.heapline.views.fake.FakeAttacher;
import org.heapline.views.fx.FxUpdates;
import org.junit.jupiter.api.Test;

class JvmListViewModelTest {
    private final FakeAttacher machine = FakeAttacher.ordinary();
    private Clock clock = Clock.systemUTC();
    private final JvmListViewModel model = new JvmListViewModel(machine, FxUpdates.by(Runnable::run), new Clock() {
        @Override
        public ZoneId getZone() {
            return clock.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return clock.withZone(zone);
        }

        @Override
        public Instant instant() {
            return clock.instant();
        }
    });

    private List<String> names() {
        return model.shown().stream().map(row -> row.process().name()).toList();
    }

    @Test
    void newestFirstAndThoseThatCannotBeAttachedToLast() {
        model.refresh();
        assertEquals(
                List.of("Maven: verify", "orders-service", "IntelliJ IDEA", "kafka.Kafka", "postgres-exporter"),
                names());
    }

    @Test
    void aRefreshWithTheSameJvmsMovesNothing() {
        model.refresh();
        JvmRow orders = model.row(48213);
        List<Object> changes = new ArrayList<>();
        model.shown().addListener((ListChangeListener<JvmRow>) changes::add);
        machine.jvms = FakeAttacher.ordinary().jvms;
        model.refresh();
        assertTrue(changes.isEmpty());
        assertSame(orders, model.row(48213));
    }

    @Test
    void aVanishedJvmGoesAndTheOthersStayTheSameRows() {
        model.refresh();
        JvmRow orders = model.row(48213);
        machine.jvms = machine.jvms.stream().filter(jvm -> jvm.pid() != 2044).toList();
        model.refresh();
        assertEquals(4, model.shown().size());
        assertSame(orders, model.row(48213));
    }

    @Test
    void searchesNamesAndProcessIds() {
        model.refresh();
        model.queryProperty().set("KAFKA");
        assertEquals(List.of("kafka.Kafka"), names());
        model.queryProperty().set("48");
        assertEquals(List.of("orders-service"), names());
        model.queryProperty().set("nothing");
        assertTrue(names().isEmpty());
        model.queryProperty().set(" ");
        assertEquals(5, names().size());
    }

    @Test
    void aRowSaysProcessJdkAndUptimeOrWhyNot() {
        machine.jvms = List.of(
                FakeAttacher.jvm(7, "a", "1.8.0_412", Duration.ofMinutes(3), false, null),
                FakeAttacher.jvm(8, "b", "25.0.3", Duration.ofDays(3), false, "belongs to another user"));
        model.refresh();
        assertEquals("7 · JDK 8 · 3 min", model.row(7).detailsProperty().get());
        assertEquals("belongs to another user", model.row(8).detailsProperty().get());
    }

    @Test
    void theHeapThatAJvmPublishesIsDrawnWithoutASession() {
        JvmProcess quiet = FakeAttacher.jvm(7, "a", "17", Duration.ofMinutes(3), false, null);
        machine.jvms = List.of(quiet.withHeapUsed(100));
        model.refresh();
        machine.jvms = List.of(quiet.withHeapUsed(300));
        model.refresh();
        JvmRow row = model.row(7);
        row.measured(999); // the session's figure would count twice
        assertTrue(row.hasHeap());
        assertEquals(2, row.sparkline().size());
        assertEquals(300, row.sparkline().get(1));
    }

    @Test
    void aJvmThatPublishesNothingShowsWhatItsSessionMeasures() {
        machine.jvms = List.of(FakeAttacher.jvm(7, "a", "17", Duration.ofMinutes(3), false, null));
        model.refresh();
        JvmRow row = model.row(7);
        assertFalse(row.hasHeap());
        row.measured(5);
        row.measured(6);
        assertTrue(row.hasHeap());
    }

    @Test
    void namesAnotherOwnerAndAnotherHeapline() {
        long own = ProcessHandle.current().pid();
        String me = System.getProperty("user.name");
        machine.jvms = List.of(
                new JvmProcess(7, "a", "17", me, null, false, false, null, -1, own),
                new JvmProcess(8, "b", "17", "anna", null, false, false, null, -1, 4711));
        model.refresh();
        assertEquals("7 · JDK 17", model.row(7).detailsProperty().get());
        assertEquals(0, model.row(7).profiledByOther());
        assertEquals("8 · anna · JDK 17", model.row(8).detailsProperty().get());
        assertEquals(4711, model.row(8).profiledByOther());
    }

    @Test
    void noRowComesOrGoesUnderThePointer() {
        Instant begin = Instant.now();
        clock = Clock.fixed(begin, ZoneOffset.UTC);
        machine.jvms = List.of(FakeAttacher.jvm(7, "a", "17", Duration.ofMinutes(3), false, null));
        model.refresh();
        model.pointedAt();
        machine.jvms = List.of(FakeAttacher.jvm(8, "b", "17", Duration.ofMinutes(1), false, null)
                .withHeapUsed(5));
        model.refresh();
        assertEquals(List.of("a"), names());
        clock = Clock.fixed(begin.plusSeconds(4), ZoneOffset.UTC);
        model.refresh();
        assertEquals(List.of("b"), names());
    }

    @Test
    void aMachineThatCannotBeListedKeepsTheListAndSaysWhy() {
        model.refresh();
        machine.jvms = null;
        model.refresh();
        assertEquals(5, model.shown().size());
        assertFalse(model.failureProperty().get().isEmpty());
    }
}

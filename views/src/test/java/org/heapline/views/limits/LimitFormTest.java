package org.heapline.views.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.heapline.client.MaxMem;
import org.heapline.client.MaxMem.Memory;
import org.heapline.client.trip.Trigger;
import org.heapline.client.trip.TripAction;
import org.heapline.client.trip.TripAction.Kind;
import org.heapline.client.trip.TripActions;
import org.heapline.profile.Backend;
import org.heapline.views.text.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitFormTest {
    private final LimitForm form = new LimitForm(Backend.ALLOCATED);

    private Trigger read(Memory memory, String size) {
        form.memoryProperty().set(memory);
        form.sizeProperty().set(size);
        Trigger read = form.read();
        assertNotNull(read, () -> form.problemProperty().get());
        return read;
    }

    @Test
    void withoutMoreSaidTheProgramStopsInTheDebuggerOrIsParked() {
        Trigger read = read(Memory.LIVE, "1.5g");
        assertEquals(new MaxMem.Limit(1536L << 20, Memory.LIVE, MaxMem.Action.AUTO), read.limit());
        assertEquals(TripActions.STOP, read.actions());
        assertEquals(0, read.rearmBytes());
    }

    @Test
    void sharesAndGrowthAndChildrenAreUnderstood() {
        assertEquals(80, read(Memory.HEAP, "80%").limit().percent());
        assertEquals(12.5, read(Memory.CONTAINER, "12.5 %").limit().percent());
        form.minutesProperty().set("0.5");
        assertEquals(
                Duration.ofSeconds(30), read(Memory.RATE, "64MiB/min").limit().window());
        form.childrenProperty().set(true);
        assertTrue(read(Memory.RSS, "2g").limit().includeChildren());
        assertFalse(read(Memory.HEAP, "2g").limit().includeChildren());
    }

    @Test
    void everyActionCanBeTicked() {
        for (Kind kind : List.of(Kind.SNAPSHOT, Kind.DUMP, Kind.HISTOGRAM, Kind.THREADS, Kind.RUN, Kind.EXIT)) {
            form.actions().of(kind).set(true);
        }
        form.actions().liveProperty().set(true);
        form.actions().compressedProperty().set(true);
        form.actions().commandProperty().set(" true ");
        form.rearmProperty().set(true);
        form.rearmByProperty().set("1g");
        Trigger read = read(Memory.CALL, "1m");
        assertEquals(
                List.of(
                        new TripAction(Kind.JDWP),
                        new TripAction(Kind.PARK),
                        new TripAction(Kind.SNAPSHOT),
                        new TripAction(Kind.DUMP, "live,gz"),
                        new TripAction(Kind.HISTOGRAM),
                        new TripAction(Kind.THREADS),
                        new TripAction(Kind.RUN, "true"),
                        new TripAction(Kind.EXIT)),
                read.actions().all());
        assertEquals(MaxMem.Action.AUTO, read.limit().action());
        assertEquals(1L << 30, read.rearmBytes());
        form.actions().of(Kind.PARK).set(false);
        assertEquals(MaxMem.Action.JDWP, read(Memory.CALL, "1m").limit().action());
    }

    @ParameterizedTest
    @CsvSource({
        "LIVE, much",
        "LIVE, ''",
        "LIVE, 101%",
        "LIVE, rss=1g",
        "RSS, 80%",
        "LINE, 10%",
        "HEAP, 64MiB/min",
    })
    void whatIsNoLimitIsSaid(Memory memory, String size) {
        form.memoryProperty().set(memory);
        form.sizeProperty().set(size);
        assertNull(form.read());
        assertFalse(form.problemProperty().get().isEmpty());
        form.sizeProperty().set("1g");
        assertEquals("", form.problemProperty().get());
    }

    @Test
    void nothingTickedNoCommandNoMinutesAreSaid() {
        form.sizeProperty().set("1g");
        form.actions().of(Kind.JDWP).set(false);
        form.actions().of(Kind.PARK).set(false);
        assertNull(form.read());
        form.actions().of(Kind.RUN).set(true);
        assertNull(form.read());
        form.actions().commandProperty().set("true");
        assertNotNull(form.read());
        form.memoryProperty().set(Memory.RATE);
        form.minutesProperty().set("0");
        assertNull(form.read());
        assertTrue(form.problemProperty().get().contains("minutes"));
    }

    @Test
    void aLimitOfALineNeedsAllocatedBytes() {
        LimitForm ofHeap = new LimitForm(Backend.HEAP);
        ofHeap.sizeProperty().set("1g");
        ofHeap.memoryProperty().set(Memory.LINE);
        assertNull(ofHeap.read());
        assertTrue(ofHeap.problemProperty().get().contains("backend allocated"));
        ofHeap.memoryProperty().set(Memory.HEAP);
        assertNotNull(ofHeap.read());
    }

    @Test
    void whatIsShownIsReadAgain() {
        MaxMem.Limit limit =
                new MaxMem.Limit((64L << 20) + 4711, 0, Memory.RATE, MaxMem.Action.AUTO, Duration.ofSeconds(90), false);
        Trigger trigger = new Trigger(
                limit,
                new TripActions(List.of(new TripAction(Kind.DUMP, "gz"), new TripAction(Kind.EXIT))),
                (1 << 20) + 1);
        form.show(trigger);
        assertEquals(trigger, form.read(), "also what is shown rounded");
        form.sizeProperty().set("32 MiB/min");
        assertEquals(32L << 20, form.read().limit().bytes());
    }

    @Test
    void aGermanWritesWithAComma() {
        Messages.speak(Locale.GERMAN);
        try {
            assertEquals(1536L << 20, read(Memory.HEAP, "1,5 GiB").limit().bytes());
        } finally {
            Messages.speak(Locale.ENGLISH);
        }
    }
}

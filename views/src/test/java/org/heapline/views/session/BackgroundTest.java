package org.heapline.views.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.heapline.profile.store.AtomicFile;
import org.heapline.views.fx.FxUpdates;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Giving up what is done in the background; this thread is the one of the models. */
class BackgroundTest {
    @TempDir
    Path folder;

    private final BlockingQueue<Runnable> updates = new LinkedBlockingQueue<>();
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final Background background = new Background(workers, FxUpdates.by(updates::add));
    private final CountDownLatch begun = new CountDownLatch(1);
    private final List<String> told = new ArrayList<>();

    @AfterEach
    void end() {
        workers.shutdownNow();
    }

    private void update() throws InterruptedException {
        Runnable next = updates.poll(60, TimeUnit.SECONDS);
        assertTrue(next != null, "nothing came back within 60 s");
        next.run();
    }

    private Doing doing() {
        return background.doings().toldProperty().get();
    }

    @Test
    void aFileThatIsGivenUpStaysAsItWasAndNothingIsLeftBesideIt() throws Exception {
        Path file = Files.writeString(folder.resolve("report.txt"), "the report of yesterday");
        background.run(
                Errand.writing("Writing report.txt"),
                () -> AtomicFile.write(file, out -> {
                    for (int line = 0; ; line++) {
                        out.write("line " + line + "\n");
                        begun.countDown();
                    }
                }),
                () -> told.add("written"));
        assertTrue(begun.await(60, TimeUnit.SECONDS));
        assertTrue(doing().canBeGivenUp());
        background.doings().giveUp();
        assertEquals("Writing report.txt: stopping", doing().what());
        assertFalse(doing().canBeGivenUp(), "once is enough");
        update();
        assertNull(doing());
        assertFalse(background.busyProperty().get());
        assertEquals(List.of(), told);
        assertEquals(
                Notice.done("Writing report.txt: cancelled, no file was changed"),
                background.noticeProperty().get());
        assertEquals("the report of yesterday", Files.readString(file));
        try (Stream<Path> all = Files.list(folder)) {
            assertEquals(List.of(file), all.toList());
        }
    }

    @Test
    void whatWasWrittenBeforeItCouldStopIsToldAsDone() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        background.run(
                Errand.writing("Writing"),
                () -> {
                    begun.countDown();
                    while (go.getCount() > 0) {
                        Thread.onSpinWait();
                    }
                },
                () -> told.add("written"));
        assertTrue(begun.await(60, TimeUnit.SECONDS));
        background.doings().giveUp();
        go.countDown();
        update();
        assertEquals(List.of("written"), told);
        assertNull(background.noticeProperty().get());
    }

    @Test
    void whoGivesUpReadingIsRidOfItAtOnceAndItsThreadStops() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        background.fetch(
                Errand.reading("Opening orders"),
                () -> {
                    try {
                        begun.countDown();
                        new CountDownLatch(1).await();
                        return "orders";
                    } finally {
                        interrupted.countDown();
                    }
                },
                told::add,
                () -> told.add("given up"));
        assertTrue(begun.await(60, TimeUnit.SECONDS));
        background.doings().giveUp();
        assertNull(doing());
        assertFalse(background.busyProperty().get());
        assertTrue(interrupted.await(60, TimeUnit.SECONDS));
        update();
        assertEquals(List.of("given up"), told);
        assertNull(background.noticeProperty().get(), "cancelling is no failure");
    }

    @Test
    void whatCanBeGivenUpIsToldBeforeWhatCannot() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        background.run(Errand.ofTheJvm("Writing a heap dump"), end::await, () -> told.add("dumped"));
        assertFalse(background.doings().canGiveUp());
        background.fetch(
                Errand.reading("Looking"),
                () -> {
                    new CountDownLatch(1).await();
                    return "";
                },
                told::add);
        assertEquals("Looking", doing().what());
        background.doings().giveUp();
        assertEquals("Writing a heap dump", doing().what());
        background.doings().giveUp();
        assertEquals("Writing a heap dump", doing().what());
        end.countDown();
        while (doing() != null) {
            update();
        }
        assertEquals(List.of("dumped"), told);
    }
}

package org.heapline.views.notices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.heapline.views.session.Notice;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NoticeLogTest {
    private final NoticeLog log = new NoticeLog(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    private final ObjectProperty<@Nullable Notice> said = new SimpleObjectProperty<>();

    @Test
    void whatWasSaidIsKeptNewestFirstWhenItIsGoneFromTheScreen() {
        log.follow("orders-service", said);
        said.set(Notice.done("Saved as a.heapline"));
        said.set(null);
        said.set(Notice.failed("The target does not answer"));
        said.set(null);
        assertEquals(
                List.of("The target does not answer", "Saved as a.heapline"),
                log.notices().stream().map(past -> past.notice().text()).toList());
        String text = NoticeLog.text(log.notices());
        assertTrue(text.endsWith("orders-service: Saved as a.heapline"), text);
    }

    @Test
    void aFailureIsMarkedUntilItIsRead() {
        log.follow("", said);
        said.set(Notice.done("Saved"));
        assertFalse(log.failuresUnreadProperty().get());
        said.set(Notice.failed("Not saved"));
        assertTrue(log.failuresUnreadProperty().get());
        log.read();
        assertFalse(log.failuresUnreadProperty().get());
    }

    @Test
    void onlyTheLastFewHundredAreKept() {
        log.follow("", said);
        for (int i = 0; i < 400; i++) {
            said.set(Notice.done("message " + i));
        }
        assertEquals(300, log.notices().size());
        assertEquals("message 399", log.notices().get(0).notice().text());
    }
}

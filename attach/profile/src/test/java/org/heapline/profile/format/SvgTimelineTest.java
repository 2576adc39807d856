package org.heapline.profile.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.heapline.profile.Backend;
import org.heapline.profile.Snapshot;
import org.heapline.profile.TargetInfo;
import org.heapline.profile.TimelineSample;
import org.junit.jupiter.api.Test;

class SvgTimelineTest {
    @Test
    void theFileStandsAlone() throws Exception {
        StringWriter out = new StringWriter();
        SvgTimeline.write(
                snapshot(List.of(
                        new TimelineSample(0, 10 << 20, 64 << 20, 1 << 30, 90 << 20, 0, 0, 0),
                        new TimelineSample(1_000, 20 << 20, 64 << 20, 1 << 30, 95 << 20, 5 << 20, 1, 4))),
                out);
        assertFalse(out.toString().contains("var(--"), out.toString());
        var document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(out.toString().getBytes(StandardCharsets.UTF_8)));
        assertEquals("svg", document.getDocumentElement().getTagName());
    }

    @Test
    void nothingMeasuredIsSaid() {
        assertThrows(IOException.class, () -> SvgTimeline.write(snapshot(List.of()), new StringWriter()));
    }

    private static Snapshot snapshot(List<TimelineSample> timeline) {
        return new Snapshot(
                new TargetInfo(1, "demo", "17"),
                Backend.ALLOCATED,
                Instant.EPOCH,
                Duration.ofSeconds(1),
                true,
                List.of(),
                timeline,
                null,
                List.of(),
                Map.of());
    }
}

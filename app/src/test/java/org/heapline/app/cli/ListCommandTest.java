package org.heapline.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.heapline.client.JvmProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListCommandTest {
    private static final Instant NOW = Instant.parse("2026-01-02T10:00:00Z");

    @Test
    void theTableIsAsWideAsWhatIsInIt() {
        String table = ListCommand.table(
                List.of(
                        new JvmProcess(7, "com.acme.Shop", "17.0.15", "anna", NOW.minusSeconds(75), true, null),
                        new JvmProcess(12345, "x.jar", "", "", null, false, "it belongs to root; run as root")),
                NOW);
        assertEquals("""
                     PID  NAME           JDK      USER    UPTIME  NOTE
                       7  com.acme.Shop  17.0.15  anna    1m 15s  debugger
                   12345  x.jar                                   it belongs to root; run as root
                """, table);
    }

    @ParameterizedTest
    @CsvSource({"5, 5s", "75, 1m 15s", "3700, 1h 1m", "180000, 2d 2h", "-3, 0s"})
    void uptimeHasTheTwoLargestUnits(long seconds, String text) {
        assertEquals(text, ListCommand.uptime(NOW.minusSeconds(seconds), NOW));
    }

    @Test
    void jsonIsAnArrayWithTheseKeys() throws IOException {
        CommandRun run = CommandRun.of("list", "--json");
        assertEquals(ExitCode.DONE, run.exit(), run.toString());
        List<String> keys = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(run.out())) {
            assertEquals(JsonToken.START_ARRAY, parser.nextToken());
            JsonToken token;
            while ((token = parser.nextToken()) != null) {
                if (token == JsonToken.FIELD_NAME && !keys.contains(parser.currentName())) {
                    keys.add(parser.currentName());
                }
            }
        }
        List<String> all = List.of("pid", "name", "jdk", "user", "startedAt", "attachable", "reason", "jdwp");
        assertTrue(keys.isEmpty() || keys.equals(all), keys.toString());
    }
}

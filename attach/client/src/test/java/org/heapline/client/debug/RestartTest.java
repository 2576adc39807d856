package org.heapline.client.debug;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RestartTest {
    @Test
    void theJdwpItHasIsReplacedAndTheRestIsAsAShellTakesIt() {
        assertEquals(
                "/opt/java " + JdwpAddress.FLAG + " -Xmx1g -jar 'my shop.jar'",
                Restart.withFlag(
                        "/opt/java",
                        "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=localhost:0",
                        "-Xmx1g",
                        "-jar",
                        "my shop.jar"));
    }
}

package org.heapline.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.TimeUnit;
import javax.management.JMException;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How long the compiler of this very JVM is told to leave the agent's code alone. */
class BeginningTest {
    private final Beginning beginning = new Beginning(new OwnCompilation(ByteBuddyAgent.install()));

    @AfterEach
    void end() {
        beginning.end();
    }

    @Test
    void lastsWhileManyClassesAreLoaded() throws JMException {
        beginning.begin(0);
        assertEquals(1, directives());
        look(10, seconds(1));
        assertEquals(1, directives(), "too early to say");
        look(500, seconds(6));
        look(560, seconds(12));
        assertEquals(1, directives(), "still some");
        look(609, seconds(18));
        assertEquals(0, directives());
        look(2_000, seconds(24));
        assertEquals(0, directives(), "it begins once");
    }

    @Test
    void thereIsNoneInAProgramThatRunsAlready() throws JMException {
        look(2_000, seconds(6));
        assertEquals(0, directives());
    }

    @Test
    void isOverWhenTheAgentLeaves() throws JMException {
        beginning.begin(0);
        beginning.end();
        assertEquals(0, directives());
    }

    private void look(int probed, long now) {
        if (beginning.isDue(now)) {
            beginning.look(probed, now);
        }
    }

    private static long seconds(long seconds) {
        return TimeUnit.SECONDS.toNanos(seconds);
    }

    private static int directives() throws JMException {
        return OwnCompilationTest.ask("compilerDirectivesPrint").split("org/heapline/agent", -1).length - 1;
    }
}

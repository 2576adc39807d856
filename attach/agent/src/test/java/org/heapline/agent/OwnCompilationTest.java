package org.heapline.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.management.JMException;
import javax.management.ObjectName;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked of the compiler of this very JVM. */
class OwnCompilationTest {
    private static final String OWN = "org/heapline/agent/*.*";
    private static final String OTHERS = "com/acme/*.*";

    private final OwnCompilation compilation = new OwnCompilation(ByteBuddyAgent.install());

    @AfterEach
    void takeAllBack() throws JMException {
        ask("compilerDirectivesClear");
    }

    @Test
    void isLeftToTheQuickCompilerForAWhile() throws JMException {
        compilation.hurry();
        String during = ask("compilerDirectivesPrint");
        assertTrue(during.contains(OWN), during);
        assertTrue(during.substring(during.indexOf("c2 directives")).contains("Exclude:true"), during);
        compilation.optimise();
        assertFalse(ask("compilerDirectivesPrint").contains("heapline"));
    }

    @Test
    void leavesDirectivesOfOthersAlone(@TempDir Path folder) throws JMException, IOException {
        Path file = Files.writeString(folder.resolve("one"), "[{match: [\"" + OTHERS + "\"], c2: {Log: false}}]");
        ask("compilerDirectivesAdd", file.toString());
        compilation.hurry();
        compilation.optimise();
        String all = ask("compilerDirectivesPrint");
        assertTrue(all.contains(OTHERS) && !all.contains("heapline"), all);

        compilation.hurry();
        ask("compilerDirectivesAdd", file.toString());
        compilation.optimise();
        all = ask("compilerDirectivesPrint");
        assertEquals(2, all.split(OTHERS.replace("*", "\\*"), -1).length - 1, all);
    }

    @Test
    void takesNothingBackThatWasNotGiven() throws JMException {
        String before = ask("compilerDirectivesPrint");
        compilation.optimise();
        assertEquals(before, ask("compilerDirectivesPrint"));
    }

    /** The answer of this JVM to a diagnostic command, by its management. */
    static String ask(String command, String... arguments) throws JMException {
        boolean any = arguments.length > 0;
        return (String) ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        command,
                        any ? new Object[] {arguments} : new Object[0],
                        any ? new String[] {String[].class.getName()} : new String[0]);
    }
}

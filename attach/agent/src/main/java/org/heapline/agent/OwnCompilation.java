package org.heapline.agent;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Keeps the JVM's optimising compiler, C2, off the agent's own code while that puts probes into many classes. C2 takes more
 * processor time for it than the agent itself does, and most of that for nothing: each batch of classes that is changed
 * makes it drop what it is at. The quick compiler goes on, and nothing of the program is compiled otherwise. A JVM that
 * takes no such directive does all as it always does.
 */
final class OwnCompilation {
    private static final String OWN = "org/heapline/agent/*.*";
    private static final String DIRECTIVE = "[{match: [\"" + OWN + "\"], c2: {Exclude: true}}]";

    private OwnCompilation() {}

    /** From here on C2 leaves the agent's code alone, until {@link #optimise}. */
    static void hurry() {
        try {
            File file = File.createTempFile("heapline", ".directive");
            try {
                Files.write(file.toPath(), DIRECTIVE.getBytes(StandardCharsets.US_ASCII));
                ask("compilerDirectivesAdd", '"' + file.getPath() + '"');
            } finally {
                Files.delete(file.toPath());
            }
        } catch (JMException | IOException | RuntimeException e) {
            return; // It only takes longer.
        }
    }

    /**
     * Takes the directive back. The JVM takes back none but the newest: if somebody has added another one since, this one
     * stays, for code that will be gone.
     */
    static void optimise() {
        try {
            String directives = ask("compilerDirectivesPrint");
            int own = directives.indexOf(OWN);
            if (own >= 0 && own < directives.indexOf("c1 directives")) {
                ask("compilerDirectivesRemove");
            }
        } catch (JMException | RuntimeException e) {
            return; // Who does not answer took none.
        }
    }

    private static String ask(String command, String... arguments) throws JMException {
        boolean any = arguments.length > 0;
        Object answer = ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        command,
                        any ? new Object[] {arguments} : new Object[0],
                        any ? new String[] {String[].class.getName()} : new String[0]);
        return String.valueOf(answer);
    }
}

package org.heapline.agent;

import java.io.File;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/**
 * Keeps the JVM's optimising compiler, C2, off the agent's own code while that puts probes into many classes. C2 takes more
 * processor time for it than the agent itself does, and most of that for nothing: each batch of classes that is changed
 * makes it drop what it is at. The quick compiler goes on, and nothing of the program is compiled otherwise. A JVM that
 * takes no such directive does all as it always does.
 */
final class OwnCompilation {
    private static final String OWN = "org/heapline/agent/*.*";
    private static final String DIRECTIVE = "[{match: [\"" + OWN + "\"], c2: {Exclude: true}}]";

    private final Instrumentation instrumentation;

    OwnCompilation(Instrumentation instrumentation) {
        this.instrumentation = instrumentation;
    }

    /** From here on C2 leaves the agent's code alone, until {@link #optimise}. */
    void hurry() {
        // Not createTempFile: a program that waits would load all that makes random numbers safe.
        File file = new File(
                System.getProperty("java.io.tmpdir"), "heapline-" + Long.toHexString(System.nanoTime()) + ".directive");
        try {
            Files.createFile(file.toPath());
            try {
                Files.write(file.toPath(), DIRECTIVE.getBytes(StandardCharsets.US_ASCII));
                ask("Compiler.directives_add \"" + file.getPath() + '"');
            } finally {
                Files.delete(file.toPath());
            }
        } catch (IOException | RuntimeException e) {
            return; // It only takes longer.
        }
    }

    /**
     * Takes the directive back. The JVM takes back none but the newest: if somebody has added another one since, this one
     * stays, for code that will be gone.
     */
    void optimise() {
        try {
            String directives = ask("Compiler.directives_print");
            int own = directives.indexOf(OWN);
            if (own >= 0 && own < directives.indexOf("c1 directives")) {
                ask("Compiler.directives_remove");
            }
        } catch (RuntimeException e) {
            return; // Who does not answer took none.
        }
    }

    private String ask(String command) {
        JdkAccess access = JdkAccess.find();
        return access == null ? "" : access.command(instrumentation, command);
    }
}

package org.heapline.client.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.management.ObjectName;
import org.heapline.client.SessionException;

/** Has the target's JVM write a heap dump. */
final class HeapDumper {
    private static final ObjectName DIAGNOSTICS = Link.name("com.sun.management:type=HotSpotDiagnostic");
    /** Big heaps take minutes. */
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private HeapDumper() {}

    static void dump(Link link, Calls calls, Path file, boolean live) throws SessionException {
        Path target = file.toAbsolutePath();
        check(target);
        try {
            calls.run("heap dump to " + target, PATIENCE, () -> link.server()
                    .invoke(DIAGNOSTICS, "dumpHeap", new Object[] {target.toString(), live}, new String[] {
                        String.class.getName(), boolean.class.getName()
                    }));
        } catch (SessionException e) {
            throw new SessionException(explain(target, e), e);
        }
        if (!Files.exists(target)) {
            throw new SessionException("the target wrote " + target
                    + " in its own file system, which is not this one (a container); fetch it from there");
        }
    }

    private static void check(Path file) throws SessionException {
        if (!file.toString().endsWith(".hprof")) {
            throw new SessionException(file + " does not end with .hprof, which the JVM asks for; name it so");
        }
        if (Files.exists(file)) {
            throw new SessionException(file + " exists already and is left alone; choose another name");
        }
        Path folder = file.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new SessionException("the folder " + folder + " does not exist; make it or choose another");
        }
    }

    private static String explain(Path file, SessionException failure) {
        Throwable cause = failure.getCause();
        String said = String.valueOf(failure.getMessage());
        if (cause instanceof IOException && said.contains("is gone")) {
            return said;
        }
        String room = "";
        try {
            room = "; " + (Files.getFileStore(file.getParent()).getUsableSpace() >> 20) + " MiB are free there";
        } catch (IOException e) {
            room = "; how much room is left there cannot be read (" + e.getMessage() + ")";
        }
        return said + room + ", and the target's user must be allowed to write there";
    }
}

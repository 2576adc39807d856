package org.heapline.client.session;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import javax.management.JMException;
import javax.management.MBeanException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import org.heapline.client.SessionException;

/** Has the target's JVM write a heap dump. */
final class HeapDumper {
    private static final ObjectName DIAGNOSTICS = Link.name("com.sun.management:type=HotSpotDiagnostic");
    private static final String COMPRESSED = ".hprof.gz";
    private static final int BUFFER = 1 << 16;
    /** Big heaps take minutes. */
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private HeapDumper() {}

    static void dump(Link link, Calls calls, Path file, boolean live) throws SessionException {
        Path target = file.toAbsolutePath();
        check(target, ".hprof");
        try {
            calls.run("heap dump to " + target, PATIENCE, () -> dumpHere(link.server(), target, live));
        } catch (SessionException e) {
            throw failed(target, e);
        }
        requireHere(target);
    }

    /** A failure to write is the answer of the target, not the end of the connection to it. */
    private static void dumpHere(MBeanServerConnection server, Path target, boolean live)
            throws SessionException, JMException, IOException {
        try {
            server.invoke(DIAGNOSTICS, "dumpHeap", new Object[] {target.toString(), live}, new String[] {
                String.class.getName(), boolean.class.getName()
            });
        } catch (MBeanException e) {
            Exception why = e.getTargetException();
            throw new SessionException("heap dump to " + target + ": " + why.getMessage(), why);
        }
    }

    /** JVMs compress their dumps for {@code jcmd} only, not over JMX: it is compressed on this side, then deleted. */
    static void dumpCompressed(Link link, Calls calls, Path file, boolean live) throws SessionException {
        Path target = file.toAbsolutePath();
        check(target, COMPRESSED);
        String name = target.toString();
        Path plain = Path.of(name.substring(0, name.length() - COMPRESSED.length()) + ".hprof");
        dump(link, calls, plain, live);
        try (InputStream in = Files.newInputStream(plain);
                OutputStream out = new GZIPOutputStream(Files.newOutputStream(target), BUFFER)) {
            in.transferTo(out);
        } catch (IOException e) {
            throw failed(target, new SessionException("heap dump to " + target + ": " + e.getMessage(), e));
        } finally {
            delete(plain);
        }
    }

    private static void delete(Path plain) throws SessionException {
        try {
            Files.deleteIfExists(plain);
        } catch (IOException e) {
            throw new SessionException(plain + " is left over and cannot be deleted: " + e.getMessage(), e);
        }
    }

    private static void requireHere(Path target) throws SessionException {
        if (!Files.exists(target)) {
            throw new SessionException("the target wrote " + target
                    + " in its own file system, which is not this one (a container); fetch it from there");
        }
    }

    /** Half a dump is of no use, and may be what filled the disk. */
    private static SessionException failed(Path target, SessionException why) {
        String message = explain(target, why);
        try {
            Files.deleteIfExists(target);
        } catch (IOException e) {
            message += "; what was written of it could not be deleted (" + e.getMessage() + ")";
        }
        return new SessionException(message, why);
    }

    private static void check(Path file, String suffix) throws SessionException {
        if (!file.toString().endsWith(suffix)) {
            throw new SessionException(file + " does not end with " + suffix + ", which the JVM asks for; name it so");
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

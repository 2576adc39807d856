package org.heapline.client.debug;

import org.heapline.client.AttachException;
import org.heapline.client.JvmProcess;
import org.heapline.client.SessionException;
import org.heapline.client.jvm.Attachment;
import org.jspecify.annotations.Nullable;

/** Where the target listens for debuggers. Read anew before each use: it can change after each disconnect. */
public final class JdwpAddress {
    /** What starts a JVM that a debugger on this machine, and none from outside, can be connected to. */
    public static final String FLAG =
            "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,quiet=y,address=127.0.0.1:0";

    private static final String PROPERTY = "sun.jdwp.listenerAddress";
    private static final String SOCKET = "dt_socket:";

    private final JvmProcess process;

    JdwpAddress(JvmProcess process) {
        this.process = process;
    }

    /**
     * Reads it.
     *
     * @return host and port; empty if a debugger is connected already; null if the target has no JDWP, or none that
     *     listens on a socket
     */
    @Nullable
    String read() throws SessionException {
        try {
            String address = Attachment.with(
                    process.pid(), process.name(), Attachment.PATIENCE, machine -> machine.getAgentProperties()
                            .getProperty(PROPERTY, "none"));
            if (address.isEmpty()) {
                return address;
            }
            if (!address.startsWith(SOCKET)) {
                return null;
            }
            String place = address.substring(SOCKET.length());
            return place.matches("\\d+") || place.startsWith("*:")
                    ? "localhost:" + place.substring(place.indexOf(':') + 1)
                    : place;
        } catch (AttachException e) {
            throw new SessionException(e.getMessage(), e);
        }
    }
}

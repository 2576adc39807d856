package org.heapline.client.session;

import java.io.IOException;
import java.util.List;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;

/** The commands of {@code jcmd}, over JMX. */
final class DiagnosticCommands {
    private static final ObjectName COMMANDS = Link.name("com.sun.management:type=DiagnosticCommand");

    private DiagnosticCommands() {}

    /**
     * Runs one and returns what it prints.
     *
     * @param command as JMX calls it, such as {@code threadPrint}
     */
    static String run(MBeanServerConnection server, String command, List<String> arguments)
            throws JMException, IOException {
        Object printed =
                server.invoke(COMMANDS, command, new Object[] {arguments.toArray(String[]::new)}, new String[] {
                    String[].class.getName()
                });
        return String.valueOf(printed);
    }
}

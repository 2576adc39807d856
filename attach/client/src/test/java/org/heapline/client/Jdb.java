package org.heapline.client;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The JDK's own debugger. */
final class Jdb {
    private Jdb() {}

    static Process start(String command) throws IOException {
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
        words.set(0, Path.of(System.getProperty("java.home"), "bin", "jdb").toString());
        return new ProcessBuilder(words).redirectErrorStream(true).start();
    }

    /** Whether a debugger is connected to that JVM: it does not listen for another then. */
    static boolean hasConnected(long pid) {
        try {
            VirtualMachine machine = VirtualMachine.attach(Long.toString(pid));
            try {
                return machine.getAgentProperties()
                        .getProperty("sun.jdwp.listenerAddress", "none")
                        .isEmpty();
            } finally {
                machine.detach();
            }
        } catch (AttachNotSupportedException | IOException e) {
            throw new AssertionError(e);
        }
    }

    /** All it says after that order, up to its end. */
    static String ask(Process jdb, String order) throws IOException {
        try (Writer input = jdb.outputWriter(StandardCharsets.UTF_8);
                BufferedReader output =
                        new BufferedReader(new InputStreamReader(jdb.getInputStream(), StandardCharsets.UTF_8))) {
            input.write("suspend\n" + order + "\nresume\nquit\n");
            input.flush();
            StringBuilder said = new StringBuilder();
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                said.append(line).append('\n');
            }
            return said.toString();
        }
    }
}

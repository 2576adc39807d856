package org.heapline.tests.maxmem;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.heapline.tests.harness.Jdk;
import org.heapline.tests.harness.RunningProcess;

/** The JDK's own debugger, started with the words that Heapline gives its user. */
final class Jdb extends RunningProcess {
    private static final Duration BOUND = Duration.ofSeconds(60);

    private Jdb(List<String> command) {
        super("jdb", new ProcessBuilder(command).redirectErrorStream(true));
    }

    static Jdb attach(Jdk jdk, String words) {
        List<String> command = new ArrayList<>(List.of(words.split(" ")));
        command.set(0, jdk.home().resolve("bin").resolve("jdb").toString());
        Jdb jdb = new Jdb(command);
        jdb.await("Initializing jdb");
        return jdb;
    }

    /** The frames of a thread, which is suspended for it. */
    String stackOf(String thread, String method) {
        send("threads");
        String row = await(thread);
        String id = row.replaceAll("(?s).*?\\)([0-9xa-f]+)\\s+" + thread + ".*", "$1")
                .strip();
        send("suspend " + id);
        send("where " + id);
        await(method);
        send("resume " + id);
        return out().text();
    }

    private String await(String text) {
        return out().await(0, line -> line.contains(text), BOUND).orElseThrow(() -> failure("did not say " + text));
    }

    @Override
    public void close() {
        send("exit");
        super.close();
    }
}

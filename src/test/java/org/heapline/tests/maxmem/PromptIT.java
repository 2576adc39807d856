package org.heapline.tests.maxmem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.heapline.tests.harness.HeaplineCli;
import org.heapline.tests.harness.Jdk;
import org.heapline.tests.harness.TargetProgram;
import org.heapline.tests.harness.TestFolder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The prompt of a stopped program: jdb's words, from a script. */
class PromptIT {
    private static final Duration BOUND = Duration.ofSeconds(60);

    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void aScriptLooksStepsEvaluatesAndGoesOn(Jdk jdk) {
        Path dump = TestFolder.fresh("prompt" + jdk.feature()).resolve("by-hand.hprof");
        try (TargetProgram target = Limits.start(jdk, Limits.JDWP);
                HeaplineCli cli = attach(target, "--max-mem", "line=10m")) {
            target.ask("go Order.check");
            cli.awaitMessage("exceeded the maximum of 10.00 MiB");
            cli.awaitMessage("Order.java:" + line("// is looked at"));
            say(cli, "where", "Order.check (Order.java:" + line("// is looked at") + ")");
            say(cli, "locals", "int factor = 2");
            say(cli, "list", "20.0 MiB deep, 20971520 elements");
            say(cli, "list this/items", "elementData");
            say(cli, "print items.size()", "items.size() = 3");
            say(cli, "print next.number", "next.number = 4711");
            say(cli, "print nonsense", "no local 'nonsense'");
            say(cli, "next", "now at " + Limits.PACKAGE + "Order.check (Order.java:" + line("// after the look") + ")");
            say(cli, "until " + line("// calls total"), "Order.check (Order.java:" + line("// calls total") + ")");
            say(cli, "step", "Order.total (Order.java:" + line("// in total") + ")");
            say(cli, "up", "frame 1: " + Limits.PACKAGE + "Order.check");
            say(cli, "print factor", "factor = 2");
            say(cli, "finish", "now at " + Limits.PACKAGE + "Order.check");
            say(cli, "gc", "after the GC");
            say(cli, "histogram", "[B");
            say(cli, "threads", "\"checker\"");
            say(cli, "suspend", "all other threads are suspended");
            say(cli, "resume", "only this thread is suspended");
            say(cli, "dump " + dump, "written to " + dump);
            // More than the line of the caller takes, which this call is a part of.
            say(cli, "limit 21m", "line is limited to 21.0 MiB");
            say(cli, "dance", "is no command here; type help");
            say(cli, "help", "step, next, finish");
            cli.type("cont");
            target.awaitAnswer("state checker", "ended");
            assertTrue(Files.exists(dump));

            target.ask("go Blocks.call");
            cli.awaitMessage("exceeded the maximum of 21.00 MiB");
            cli.type("quit");
            target.awaitAnswer("state caller", "ended");
            HeaplineCli.Result result = cli.finish();
            assertEquals(0, result.exit(), result::toString);
            target.awaitUnprofiled();
        }
    }

    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void aParkedThreadAnswersAllButSteps(Jdk jdk) {
        try (TargetProgram target = Limits.start(jdk);
                HeaplineCli cli = attach(target, "--max-mem", "line=10m", "--rearm", "1m")) {
            target.ask("go Order.check");
            cli.awaitMessage("start the program again with");
            cli.awaitMessage("-agentlib:jdwp=transport=dt_socket");
            say(cli, "print this.toString()", "= \"Order 4711\"");
            say(cli, "list this", "number = 4711");
            say(cli, "step", "A parked thread cannot step");
            cli.type("cont");
            target.awaitAnswer("state checker", "ended");

            // Armed again at what it was, and a mebibyte more: 21 MiB.
            target.ask("go Blocks.call");
            cli.awaitMessage("exceeded the maximum of 21.00 MiB");
            cli.awaitMessage("Blocks.java:" + Limits.lineOf("Blocks", "// the long one"));
            cli.type("cont");
            target.awaitAnswer("state caller", "ended");
        }
    }

    private static HeaplineCli attach(TargetProgram target, String... options) {
        String[] all = new String[options.length + 4];
        all[0] = "--lines";
        all[1] = Limits.ALL;
        all[2] = "--format";
        all[3] = "json";
        System.arraycopy(options, 0, all, 4, options.length);
        return HeaplineCli.attach(target, all);
    }

    private static void say(HeaplineCli cli, String command, String answer) {
        int from = cli.err().size();
        cli.type(command);
        boolean answered =
                cli.err().await(from, line -> line.contains(answer), BOUND).isPresent();
        assertTrue(answered, () -> cli.failure("did not answer '" + answer + "' to " + command)
                .getMessage());
    }

    private static int line(String text) {
        return Limits.lineOf("Order", text);
    }
}

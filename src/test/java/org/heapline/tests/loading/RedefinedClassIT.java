package org.heapline.tests.loading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.AttachingConnector;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import org.heapline.tests.harness.HeaplineCli;
import org.heapline.tests.harness.Jdk;
import org.heapline.tests.harness.Layout;
import org.heapline.tests.harness.Report;
import org.heapline.tests.harness.TargetProgram;
import org.heapline.tests.harness.TargetSources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A debugger gives a profiled class another body, as IDEs do with "reload changed classes". */
class RedefinedClassIT {
    private static final String NAME = "org.heapline.targets.loading.Redefined";
    private static final String FILE = "org/heapline/targets/loading/Redefined.java";
    private static final Duration BOUND = Duration.ofSeconds(60);
    private static final String ANNOUNCED = "Listening for transport dt_socket at address: ";
    private static final String OTHER_BODY = "package org.heapline.targets.loading;\n"
            + "import org.heapline.targets.Commands;\n"
            + "final class Redefined {\n"
            + "    static void work() {\n"
            + "        Commands.sink = new byte[100]; // first\n"
            + "        for (int i = 0; i < 3; i++) { // header\n"
            + "            Commands.sink = new byte[200]; // added\n"
            + "        }\n"
            + "    }\n"
            + "    private Redefined() {}\n"
            + "}\n";

    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void theNewBodysLinesCountAndItStaysAfterDetach(Jdk jdk) throws Exception {
        TargetSources before = TargetSources.compiled("loading", "--release", "8", "-g");
        TargetSources after = TargetSources.withGenerated(
                "loading", Map.of(FILE, OTHER_BODY), "--release", "8", "-g:lines,vars,source");
        try (TargetProgram target = TargetProgram.start(
                jdk,
                before,
                "org.heapline.targets.loading.LoadingMain",
                "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=localhost:0")) {
            Layout layout = Layout.of(target);
            long added = 3 * layout.array("byte", 200);
            try (HeaplineCli cli = HeaplineCli.attach(target, "--lines", NAME, "--format", "json")) {
                assertEquals("done", target.ask("go Redefined"));
                redefine(target, Files.readAllBytes(after.classes().resolve(NAME.replace('.', '/') + ".class")));
                assertEquals("done", target.ask("go Redefined"));
                Report report = Report.parse(cli.interruptAndFinish().out());

                assertEquals(
                        layout.array("byte", 100),
                        line(report, before, "// first").increment());
                assertEquals(
                        layout.array("byte", 100),
                        line(report, after, "// first").increment());
                assertEquals(4, line(report, after, "// header").occurrences());
                assertEquals(added, line(report, after, "// added").increment());
            }
            assertEquals(Long.toString(layout.array("byte", 100) + added), target.ask("count Redefined"));
        }
    }

    private static Report.Line line(Report report, TargetSources sources, String text) {
        return report.line(FILE, sources.lineOf(FILE, text));
    }

    private static void redefine(TargetProgram target, byte[] classFile)
            throws IOException, IllegalConnectorArgumentsException {
        String announced =
                target.out().await(0, line -> line.startsWith(ANNOUNCED), BOUND).orElseThrow();
        AttachingConnector connector = Bootstrap.virtualMachineManager().attachingConnectors().stream()
                .filter(each -> each.name().equals("com.sun.jdi.SocketAttach"))
                .findFirst()
                .orElseThrow();
        Map<String, Connector.Argument> arguments = connector.defaultArguments();
        arguments.get("hostname").setValue("localhost");
        arguments.get("port").setValue(announced.substring(announced.lastIndexOf(' ') + 1));
        VirtualMachine jvm = connector.attach(arguments);
        try {
            jvm.redefineClasses(Map.of(jvm.classesByName(NAME).get(0), classFile));
        } finally {
            jvm.dispose();
        }
    }
}

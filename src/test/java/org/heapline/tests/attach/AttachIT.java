package org.heapline.tests.attach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.heapline.tests.harness.HeaplineCli;
import org.heapline.tests.harness.Jdk;
import org.heapline.tests.harness.Report;
import org.heapline.tests.harness.TargetProgram;
import org.heapline.tests.harness.TestFolder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code heapline attach} from the first word to the report. */
class AttachIT {
    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void durationEndsTheAttachmentAndTheTargetGoesOn(Jdk jdk) {
        try (TargetProgram target = Service.start(jdk);
                HeaplineCli cli =
                        HeaplineCli.attach(target, "--lines", Service.ALL, "--duration", "12s", "--format", "json")) {
            target.ask("go Orders.book");
            HeaplineCli.Result result = cli.finish();

            assertEquals(0, result.exit(), result::toString);
            Report.Line order = Service.line(Report.parse(result.out()), "Orders", "// an order");
            assertEquals(10, order.occurrences());
            assertEquals(10 * 1016, order.increment());
            target.awaitUnprofiled();
            assertEquals("done", target.ask("go Orders.book"));
        }
    }

    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void withoutPatternsTheProgramsOwnClassesAreProfiled(Jdk jdk) {
        try (TargetProgram target = Service.start(jdk);
                HeaplineCli cli = HeaplineCli.attach(target, "--skip-running", "--format", "json")) {
            target.ask("go Orders.book");
            Report report = Report.parse(cli.interruptAndFinish().out());

            assertEquals(10, Service.line(report, "Orders", "// an order").occurrences());
            assertTrue(
                    report.methods().stream().allMatch(method -> method.startsWith("org.heapline.targets.")),
                    () -> "no class of the JDK or of Heapline: " + report.methods());
        }
    }

    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void anAnnotationThatIsNotKeptAtRunTimeIsFoundInALoadedClass(Jdk jdk) {
        try (TargetProgram target = Service.start(jdk)) {
            target.ask("go Orders.book");
            try (HeaplineCli cli = HeaplineCli.attach(target, "--lines", "@Profile", "--format", "json")) {
                target.ask("go Orders.book");
                Report report = Report.parse(cli.interruptAndFinish().out());

                assertEquals(10, Service.line(report, "Orders", "// an order").occurrences());
                assertEquals(List.of("org.heapline.targets.service.Orders#book"), report.methods());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void aClassThatLoadsLaterIsProfiledFromItsInitialiserOn(Jdk jdk) {
        try (TargetProgram target = Service.start(jdk);
                HeaplineCli cli = HeaplineCli.attach(target, "--lines", Service.ALL, "--format", "json")) {
            target.ask("go Late.load");
            Report report = Report.parse(cli.interruptAndFinish().out());

            assertEquals(
                    5016, Service.line(report, "Late", "// in the initialiser").increment());
            assertEquals(5016, Service.line(report, "Late", "// in the method").increment());
        }
    }

    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void theTextReportHasTheTable(Jdk jdk) {
        Path file = TestFolder.fresh("text").resolve("report.txt");
        try (TargetProgram target = Service.start(jdk);
                HeaplineCli cli = HeaplineCli.attach(
                        target, "--lines", "org.heapline.targets.service.Orders#book", "-o", file.toString())) {
            target.ask("go Orders.book");
            HeaplineCli.Result result = cli.interruptAndFinish();
            assertEquals(0, result.exit(), result::toString);
            assertEquals("", result.out(), "data went to the file");

            String text = Files.readString(file);
            assertTrue(text.startsWith("Filename: "), text);
            assertTrue(text.contains("Line #    Mem usage    Increment  Occurrences   Line Contents\n"), text);
            assertTrue(text.contains("          10           byte[] order = new byte[1000]; // an order\n"), text);
            assertTrue(text.contains("    0.010 MiB"), text);
            assertFalse(text.contains("bookSome"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void theReportIsPrintedWhenTheTargetEnds(Jdk jdk) {
        try (TargetProgram target = Service.start(jdk);
                HeaplineCli cli =
                        HeaplineCli.attach(target, "--lines", Service.ALL, "--format", "json", "--interval", "20ms")) {
            target.ask("go Orders.book");
            target.tell("exit 0");
            HeaplineCli.Result result = cli.finish();

            assertEquals(0, result.exit(), result::toString);
            assertTrue(Report.parse(result.out()).root().has("methods"));
        }
    }
}

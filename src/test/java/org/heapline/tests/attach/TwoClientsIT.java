package org.heapline.tests.attach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.heapline.client.AttachException;
import org.heapline.client.Attacher;
import org.heapline.client.local.LocalAttacher;
import org.heapline.profile.Backend;
import org.heapline.tests.harness.HeaplineCli;
import org.heapline.tests.harness.Jdk;
import org.heapline.tests.harness.Report;
import org.heapline.tests.harness.TargetProgram;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A second client is told who profiles the target, and the first does not notice. */
class TwoClientsIT {
    private static final Attacher.Options OTHER = new Attacher.Options(
            List.of("org.heapline.targets.service.Garbage"), Backend.HEAP, false, Duration.ofMillis(100));

    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void theSecondIsRefusedAndTheFirstLosesNothing(Jdk jdk) {
        try (TargetProgram target = Service.start(jdk);
                HeaplineCli first = HeaplineCli.attach(target, "--lines", Service.ALL, "--format", "json")) {
            target.ask("go Orders.book");
            String refusal = assertThrows(AttachException.class, () -> new LocalAttacher().attach(target.pid(), OTHER))
                    .getMessage();
            assertTrue(refusal.contains("is already profiled by Heapline (PID " + first.pid() + ")"), refusal);

            target.ask("go Orders.book");
            Report report = Report.parse(first.interruptAndFinish().out());
            assertEquals(20, Service.line(report, "Orders", "// an order").occurrences());
        }
    }

    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void theAgentOfAClientThatWasKilledIsReplacedAtOnce(Jdk jdk) {
        try (TargetProgram target = Service.start(jdk);
                HeaplineCli first = HeaplineCli.attach(target, "--lines", Service.ALL)) {
            target.ask("go Orders.book");
            first.kill();
            try (HeaplineCli second = HeaplineCli.attach(target, "--lines", Service.ALL, "--format", "json")) {
                target.ask("go Orders.book");
                Report report = Report.parse(second.interruptAndFinish().out());
                assertEquals(10, Service.line(report, "Orders", "// an order").occurrences());
            }
        }
    }
}

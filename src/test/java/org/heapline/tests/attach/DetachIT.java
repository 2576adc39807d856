package org.heapline.tests.attach;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.heapline.client.AttachException;
import org.heapline.client.Attacher;
import org.heapline.client.Session;
import org.heapline.client.SessionException;
import org.heapline.client.local.LocalAttacher;
import org.heapline.profile.Backend;
import org.heapline.profile.MethodStats;
import org.heapline.tests.harness.Await;
import org.heapline.tests.harness.Jdk;
import org.heapline.tests.harness.TargetProgram;
import org.heapline.tests.harness.TestFolder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing of Heapline stays in a target that it has left. */
class DetachIT {
    private static final Duration BOUND = Duration.ofSeconds(60);

    private static final Pattern COMPILED =
            Pattern.compile("org\\.heapline\\.targets\\.service\\.Hot::step \\(([0-9]+) bytes\\)$");

    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void aSecondAttachmentFindsTheTargetAsTheFirstDid(Jdk jdk) throws AttachException, SessionException {
        try (TargetProgram target = Service.start(jdk)) {
            for (int i = 0; i < 2; i++) {
                try (Session session = attach(target, Service.ALL)) {
                    target.ask("go Orders.book");
                    session.refresh();
                    assertEquals(10 * 1016, incrementOf(session, "book"), "counts begin at zero");
                }
                target.awaitUnprofiled();
            }
        }
    }

    /** The log of the JVM's compiler names the size of the bytecode it compiles. */
    @ParameterizedTest
    @MethodSource("org.heapline.tests.harness.Jdks#found")
    void theOriginalBytecodeIsBack(Jdk jdk) throws AttachException, IOException {
        Path log = TestFolder.fresh("compiler" + jdk.feature()).resolve("log");
        try (TargetProgram target = Service.start(jdk, "-Xlog:jit+compilation=debug:file=" + log)) {
            String original = compiledSize(target, log, 0, size -> true);
            try (Session session = attach(target, Service.ALL)) {
                assertEquals(Session.State.ATTACHED, session.state());
                // What a busy compiler was asked for before may still be the original.
                compiledSize(target, log, lines(log), size -> !size.equals(original));
            }
            target.awaitUnprofiled();
            compiledSize(target, log, lines(log), original::equals);
        }
    }

    /** Such a size of Hot.step, when it is compiled after so many lines of the log. */
    private static String compiledSize(TargetProgram target, Path log, int from, Predicate<String> wanted) {
        String[] size = new String[1];
        Await.until("the JVM to compile Hot.step with or without probes", BOUND, () -> {
            target.ask("go Hot.run");
            size[0] = sizeIn(log, from, wanted);
            return size[0] != null;
        });
        return size[0];
    }

    private static String sizeIn(Path log, int from, Predicate<String> wanted) {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.skip(from)
                    .map(COMPILED::matcher)
                    .filter(Matcher::find)
                    .map(matcher -> matcher.group(1))
                    .filter(wanted)
                    .findFirst()
                    .orElse(null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int lines(Path log) throws IOException {
        return Files.readAllLines(log).size();
    }

    private static long incrementOf(Session session, String method) {
        return session.snapshot().methods().stream()
                .filter(stats -> stats.method().equals(method))
                .mapToLong(MethodStats::selfBytes)
                .sum();
    }

    private static Session attach(TargetProgram target, String pattern) throws AttachException {
        Session session = new LocalAttacher()
                .attach(
                        target.pid(),
                        new Attacher.Options(List.of(pattern), Backend.ALLOCATED, false, Duration.ofMillis(100)));
        target.awaitProfiled();
        return session;
    }
}

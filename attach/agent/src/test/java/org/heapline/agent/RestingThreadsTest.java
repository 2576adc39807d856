package org.heapline.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.heapline.Threads;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.heapline.agent.code.Probed;
import org.heapline.protocol.AgentMXBean;
import org.heapline.protocol.LinesAndThreads;
import org.heapline.protocol.ThreadBytes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Counters of threads that rest are given back, and nothing that was counted is lost or counted twice. */
class RestingThreadsTest {
    private static final int THREADS = 12;
    private static final int ROUNDS = 3000;

    /** Each round enters methods, rests outside of them and, now and then, inside of one. */
    private static final String SAMPLE =
            """
            import java.util.concurrent.locks.LockSupport;
            public class Sample {
                static volatile Object sink;
                public static void run() throws Exception {
                    Thread[] threads = new Thread[THREADS];
                    for (int i = 0; i < threads.length; i++) {
                        threads[i] = new Thread(new Worker());
                        threads[i].start();
                    }
                    for (Thread each : threads) {
                        each.join();
                    }
                }
                static final class Worker implements Runnable {
                    @Override
                    public void run() {
                        work();
                    }
                    private static void work() {
                        for (int i = 0; i < ROUNDS; i++) {
                            Work.allocate();
                            Work.quiet(i);
                            LockSupport.parkNanos(1);
                            if (i % 10 == 0) {
                                Work.rest();
                            }
                        }
                        more(40);
                    }
                    private static void more(int depth) {
                        Work.allocate();
                        if (depth > 0) {
                            more(depth - 1);
                        }
                        LockSupport.parkNanos(1);
                    }
                }
                static final class Work {
                    static int sum;
                    static void allocate() {
                        sink = new byte[100];
                    }
                    static void quiet(int i) {
                        sum += i;
                    }
                    static void rest() {
                        sink = new byte[1000];
                        LockSupport.parkNanos(1000);
                        sink = null;
                    }
                }
            }
            """.replace("THREADS", String.valueOf(THREADS)).replace("ROUNDS", String.valueOf(ROUNDS));

    /** From the first line on classes of a kind count together, but for the first one. */
    private final Registry registry = new Registry(0, 1);

    @TempDir
    private Path folder;

    @BeforeEach
    void beginAnew() {
        Threads.clear();
    }

    /** Also where the classes have numbers in their names, and count together with others of their kind. */
    @ParameterizedTest
    @ValueSource(strings = {"", "7"})
    void sumsStayExactWhileThreadsRest(String number) throws Exception {
        String source = SAMPLE.replaceAll("\\bWork(er)?\\b", "Work$1" + number);
        AtomicBoolean done = new AtomicBoolean();
        long[] least = {Long.MAX_VALUE};
        RestingThreads resting = new RestingThreads(registry, 0);
        Totals totals = new Totals(registry, new ThreadTotals());
        List<String> differing = new ArrayList<>();
        Thread looker = new Thread(() -> {
            while (!done.get()) {
                long before = Threads.held();
                resting.look();
                least[0] = Math.min(least[0], Threads.held() - before);
                compare(totals.linesAndThreads(0), differing);
                if (least[0] < 0) {
                    totals.reset();
                }
            }
        });
        looker.start();
        Probed sample =
                Probed.run(folder, source, false, (name, descriptor, lines) -> define(name, descriptor, lines, number));
        done.set(true);
        looker.join();
        Threads.sweep();

        assertTrue(least[0] < 0, "counters were given back while the threads lived");
        assertEquals(List.of(), differing, "by line and by thread the bytes are the same at any moment");
        assertEquals((long) THREADS * (ROUNDS + 41), sample.occurrences(line("sink = new byte[100]")));
        assertEquals((long) THREADS * (ROUNDS + 41) * 120, sample.self(line("sink = new byte[100]")));
        assertEquals((long) THREADS * ROUNDS, sample.occurrences(line("sum += i")));
        assertEquals((long) THREADS * (ROUNDS + 1), sample.occurrences(line("i < ROUNDS")));
        assertEquals((long) THREADS * ROUNDS / 10, sample.occurrences(line("sink = new byte[1000]")));
        assertEquals((long) THREADS * ROUNDS / 10 * 1016, sample.self(line("sink = new byte[1000]")));
        assertEquals((long) THREADS * ROUNDS / 10, sample.occurrences(line("sink = null")));
        assertEquals((long) THREADS * 41, sample.occurrences(line("if (depth > 0)")));
    }

    private static void compare(LinesAndThreads counted, List<String> differing) {
        long ofLines = 0;
        long[] changes = counted.getChanges();
        for (int at = 1; at < changes.length; at += AgentMXBean.CHANGE_WIDTH) {
            ofLines += changes[at + 4];
        }
        long ofThreads = Stream.of(counted.getThreads())
                .mapToLong(ThreadBytes::getSelfBytes)
                .sum();
        if (ofLines != ofThreads) {
            differing.add(ofLines + " by line, " + ofThreads + " by thread");
        }
    }

    private int define(String name, String descriptor, int[] lines, String number) {
        String type = name.equals("allocate") || name.equals("quiet") || name.equals("rest")
                ? "Sample$Work"
                : name.equals("more") || name.equals("work") ? "Sample$Worker" : "Sample";
        if (!number.isEmpty()) {
            // The first of its kind, which would have the rows alone.
            registry.define(type + "1", name, descriptor, "Sample.java", "", lines, new String[0]);
        }
        return registry.define(type + number, name, descriptor, "Sample.java", "", lines, new String[0]);
    }

    private static int line(String text) {
        String[] lines = SAMPLE.split("\n");
        String wanted = text.replace("ROUNDS", String.valueOf(ROUNDS));
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].contains(wanted)) {
                return i + 1;
            }
        }
        throw new IllegalArgumentException(text);
    }
}

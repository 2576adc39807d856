package org.heapline.bench.run;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.heapline.bench.target.Wide;

/** What the agent and its counters hold in the target's heap: the same program with and without them. */
final class AgentHeap implements Measure {
    private static final double BUDGET_MIB = 16;

    /** The agent looks after threads that rest every second. */
    private static final Duration STEADY = Duration.ofSeconds(5);

    @Override
    public List<Figure> on(Jdk jdk, Surroundings surroundings) throws IOException {
        String agent = "-javaagent:" + surroundings.agent() + "=lease=false;patterns=" + Wide.PART + "*";
        double[] with = reachable(jdk, surroundings, List.of(agent));
        double[] without = reachable(jdk, surroundings, List.of());
        String what = "agent heap, 10,000 lines x 200 threads";
        return List.of(
                figure(what + ", all run within a second", jdk, with[0] - without[0], Double.NaN),
                figure(what + ", once the threads rest", jdk, with[1] - without[1], BUDGET_MIB));
    }

    private static Figure figure(String what, Jdk jdk, double bytes, double budget) {
        return new Figure(what, jdk.feature(), bytes / (1 << 20), "MiB", budget);
    }

    /** At once, and after a while. */
    private static double[] reachable(Jdk jdk, Surroundings surroundings, List<String> jvmOptions) throws IOException {
        try (TargetProcess target = surroundings.start(jdk, jvmOptions, Wide.class)) {
            target.ask("collect");
            double first = Double.parseDouble(target.ask("collect again: what was cleared only now is gone then"));
            double least = first;
            for (long start = System.nanoTime(); System.nanoTime() - start < STEADY.toNanos(); ) {
                double now = Double.parseDouble(target.ask("collect"));
                if (now < least - (1 << 20)) {
                    start = System.nanoTime();
                    least = now;
                }
            }
            return new double[] {first, least};
        }
    }
}

package org.heapline.bench.run;

import java.io.IOException;
import java.util.List;
import org.heapline.bench.target.Wide;

/** What the agent and its counters hold in the target's heap: the same program with and without them. */
final class AgentHeap implements Measure {
    private static final double BUDGET_MIB = 16;

    @Override
    public List<Figure> on(Jdk jdk, Surroundings surroundings) throws IOException {
        String agent = "-javaagent:" + surroundings.agent() + "=lease=false;patterns=" + Wide.PART + "*";
        double bytes = reachable(jdk, surroundings, List.of(agent)) - reachable(jdk, surroundings, List.of());
        return List.of(new Figure(
                "agent heap, 10,000 lines x 200 threads", jdk.feature(), bytes / (1 << 20), "MiB", BUDGET_MIB));
    }

    private static double reachable(Jdk jdk, Surroundings surroundings, List<String> jvmOptions) throws IOException {
        try (TargetProcess target = surroundings.start(jdk, jvmOptions, Wide.class)) {
            target.ask("collect");
            return Double.parseDouble(target.ask("collect again: what was cleared only now is gone then"));
        }
    }
}

package org.heapline.bench.run;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Measures what the profiler costs; fails only when a variant does something else than the others. */
class BenchmarkIT {
    @Test
    void measure() throws Exception {
        Options options = Options.fromSystemProperties();
        Surroundings surroundings = Surroundings.prepare(options.output().resolve("bench"));
        Contest contest = new Contest(options, surroundings);
        List<Outcome> outcomes = new ArrayList<>();
        for (WorkloadName workload : options.workloads()) {
            for (Jdk jdk : options.jdks()) {
                for (Collector collector : options.collectors()) {
                    if (workload.runsOn(jdk)) {
                        outcomes.add(contest.run(workload, jdk, collector));
                    }
                }
            }
        }
        String table = Table.of(outcomes, options.variants());
        Files.writeString(options.output().resolve("benchmarks.md"), table);
        System.out.println("\nCPU time against the program without probes: median (quartiles), best\n\n" + table);
    }
}

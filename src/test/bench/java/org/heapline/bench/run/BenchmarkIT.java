package org.heapline.bench.run;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Measures what the profiler costs; fails only when a variant does something else than the others. */
class BenchmarkIT {
    private final Options options = Options.fromSystemProperties();

    private final List<Outcome> outcomes = new ArrayList<>();
    private final List<Figure> figures = new ArrayList<>();

    @Test
    void measure() throws Exception {
        Surroundings surroundings = Surroundings.prepare(options.output().resolve("bench"));
        compare(surroundings);
        for (FigureName name : options.figures()) {
            for (Jdk jdk : options.jdks()) {
                figures.addAll(name.measure().on(jdk, surroundings));
                write();
            }
        }
        System.out.println("\n" + write());
    }

    private void compare(Surroundings surroundings) throws IOException {
        Contest contest = new Contest(options, surroundings);
        for (WorkloadName workload : options.workloads()) {
            for (Jdk jdk : options.jdks()) {
                for (Collector collector : options.collectors()) {
                    if (workload.runsOn(jdk)) {
                        outcomes.add(contest.run(workload, jdk, collector));
                        write();
                    }
                }
            }
        }
    }

    /** Writes what is known so far, so that who interrupts a long run does not lose it. Returns the Markdown. */
    private String write() throws IOException {
        Results results = new Results(options, outcomes, figures);
        String markdown = Markdown.of(results);
        Files.writeString(options.output().resolve("benchmarks.md"), markdown);
        Files.writeString(options.output().resolve("benchmarks.json"), Json.of(results));
        return markdown;
    }
}

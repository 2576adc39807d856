package org.heapline.bench.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Measures what the profiler costs; fails only when a variant does something else than the others. */
class BenchmarkIT {
    private final Options options = Options.fromSystemProperties();

    @Test
    void measure() throws Exception {
        Surroundings surroundings = Surroundings.prepare(options.output().resolve("bench"));
        Results results = new Results(options, outcomes(surroundings), figures(surroundings));
        Path markdown = options.output().resolve("benchmarks.md");
        Files.writeString(markdown, Markdown.of(results));
        Files.writeString(options.output().resolve("benchmarks.json"), Json.of(results));
        System.out.println("\n" + Files.readString(markdown));
    }

    private List<Outcome> outcomes(Surroundings surroundings) throws Exception {
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
        return outcomes;
    }

    private List<Figure> figures(Surroundings surroundings) throws Exception {
        List<Figure> figures = new ArrayList<>();
        for (FigureName name : options.figures()) {
            for (Jdk jdk : options.jdks()) {
                figures.addAll(name.measure().on(jdk, surroundings));
            }
        }
        return figures;
    }
}

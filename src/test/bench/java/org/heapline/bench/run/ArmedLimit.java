package org.heapline.bench.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.heapline.bench.target.Target;

/**
 * What a MAXMEM costs that is never reached. It is so little that two JVMs differ by more: one JVM, armed and disarmed
 * by turns.
 */
final class ArmedLimit implements Measure {
    private static final double BUDGET = 1.02;
    private static final String[] MEMORIES = {"heap", "line", "call"};
    private static final int WARM_PAIRS = 15;
    private static final int PAIRS = 15;
    private static final double TURN_NANOS = 50e6;

    @Override
    public List<Figure> on(Jdk jdk, Surroundings surroundings) throws IOException {
        String agent = "-javaagent:" + surroundings.agent() + "=lease=false;patterns=" + WorkloadName.CSV.className();
        List<Figure> figures = new ArrayList<>();
        for (String memory : MEMORIES) {
            try (TargetProcess target = surroundings.start(
                    jdk, List.of(Collector.SERIAL.flag(), agent), Target.class, WorkloadName.CSV.className())) {
                figures.add(new Figure(
                        "armed limit of " + memory + " against unarmed probes, csv",
                        jdk.feature(),
                        ratio(target, memory),
                        "x",
                        BUDGET));
            }
        }
        return figures;
    }

    private static double ratio(TargetProcess target, String memory) throws IOException {
        int size = 1;
        while (turn(target, size) < TURN_NANOS) {
            size *= 2;
        }
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < WARM_PAIRS + PAIRS; i++) {
            target.ask("arm " + memory + " " + Contestant.NEVER);
            double armed = turn(target, size);
            target.ask("disarm");
            double disarmed = turn(target, size);
            if (i >= WARM_PAIRS) {
                ratios.add(armed / disarmed);
            }
        }
        return Measure.median(ratios);
    }

    private static double turn(TargetProcess target, int size) throws IOException {
        return Turn.parse(size, target.ask("run " + size)).cpuNanos();
    }
}

package org.heapline.bench.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.heapline.bench.target.Target;
import org.heapline.client.Session;

/** From the call that attaches to the first line with a number. */
final class AttachTime implements Measure {
    private static final int TIMES = 5;
    private static final double BUDGET_MILLIS = 1000;

    @Override
    public List<Figure> on(Jdk jdk, Surroundings surroundings) throws IOException, InterruptedException {
        List<Double> first = new ArrayList<>();
        List<Double> again = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            try (TargetProcess target =
                    surroundings.start(jdk, List.of(), Target.class, WorkloadName.CSV.className())) {
                target.ask("spin 1");
                first.add(once(target));
                again.add(once(target));
            }
        }
        return List.of(
                new Figure(
                        "attach to first number, first time",
                        jdk.feature(),
                        Measure.median(first),
                        "ms",
                        BUDGET_MILLIS),
                new Figure("attach to first number, again", jdk.feature(), Measure.median(again), "ms", BUDGET_MILLIS));
    }

    private static double once(TargetProcess target) throws IOException, InterruptedException {
        long began = System.nanoTime();
        try (Session session = Observed.attach(target.pid(), WorkloadName.CSV.className())) {
            Observed.await(session, Observed::hasNumbers);
            return Measure.millisSince(began);
        }
    }
}

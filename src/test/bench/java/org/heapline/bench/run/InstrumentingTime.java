package org.heapline.bench.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.heapline.bench.target.Loaded;
import org.heapline.client.Session;
import org.heapline.client.SessionException;
import org.heapline.profile.Backend;
import org.heapline.protocol.Progress;

/** What it takes to give probes to all classes of some libraries in an idle JVM, and to take them away again. */
final class InstrumentingTime implements Measure {
    private static final double BUDGET_MILLIS = 2;
    private static final String[] EVERYTHING = {"org.h2.**", "com.fasterxml.**"};
    private static final String NOTHING = "no.such.Type";

    @Override
    public List<Figure> on(Jdk jdk, Surroundings surroundings)
            throws IOException, InterruptedException, SessionException {
        String[] jars = surroundings.libraries().toArray(new String[0]);
        List<Figure> figures = new ArrayList<>();
        try (TargetProcess target = surroundings.start(jdk, List.of("-Xmx512m"), Loaded.class, jars);
                Session session = Observed.attach(target.pid(), NOTHING)) {
            figures.addAll(change(jdk, target, session, "instrumenting", BUDGET_MILLIS, EVERYTHING));
            figures.addAll(change(jdk, target, session, "restoring", Double.NaN, NOTHING));
        }
        return figures;
    }

    private static List<Figure> change(
            Jdk jdk, TargetProcess target, Session session, String what, double budget, String... patterns)
            throws IOException, InterruptedException, SessionException {
        long cpu = Long.parseLong(target.ask("cpu"));
        long own = session.ownCost().cpuNanos();
        long began = System.nanoTime();
        long generation = session.progress().getGeneration();
        session.want(List.of(patterns), Backend.ALLOCATED, false);
        Observed.await(session, each -> isDone(each.progress(), generation));
        double millis = Measure.millisSince(began);
        double cpuMillis = (Long.parseLong(target.ask("cpu")) - cpu) / 1e6;
        session.refresh();
        double ownMillis = (session.ownCost().cpuNanos() - own) / 1e6;
        int classes = session.progress().getTotal();
        String name = String.format(Locale.ROOT, "%s %,d classes, a class", what, classes);
        return List.of(
                new Figure(name + ", on the clock", jdk.feature(), millis / classes, "ms", budget),
                // What it takes on the clock where nobody else wants the processors: the JIT works beside it.
                new Figure(name + ", CPU time of the agent", jdk.feature(), ownMillis / classes, "ms", budget),
                Figure.plain(
                        name + ", CPU time of the target, JIT included", jdk.feature(), cpuMillis / classes, "ms"));
    }

    private static boolean isDone(Progress progress, long generation) {
        return progress.getGeneration() > generation && !progress.isBusy();
    }
}

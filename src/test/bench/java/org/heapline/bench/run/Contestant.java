package org.heapline.bench.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.heapline.bench.target.Target;
import org.heapline.client.Session;

/** One variant of a workload in a JVM of its own, and what its turns took. */
final class Contestant implements AutoCloseable {
    /** A MAXMEM that no JVM here reaches. */
    static final long NEVER = 1L << 40;

    private final WorkloadName workload;
    private final Variant variant;
    private final TargetProcess process;
    private final List<Turn> turns = new ArrayList<>();
    private Session session;

    Contestant(WorkloadName workload, Variant variant, Jdk jdk, Collector collector, Surroundings surroundings)
            throws IOException {
        this.workload = workload;
        this.variant = variant;
        List<String> options = new ArrayList<>(List.of("-Xms128m", "-Xmx128m", collector.flag()));
        options.addAll(agent(surroundings));
        process = surroundings.start(jdk, options, Target.class, workload.className());
    }

    private List<String> agent(Surroundings surroundings) {
        return switch (variant) {
            case NONE, LATE -> List.of();
            case MXBEAN -> List.of("-javaagent:" + surroundings.yardstick() + "=" + workload.className());
            case HEAPLINE, ARMED ->
                List.of("-javaagent:" + surroundings.agent() + "=lease=false;patterns=" + workload.className());
        };
    }

    Variant variant() {
        return variant;
    }

    List<Turn> turns() {
        return turns;
    }

    /** Does some work once, without counting. */
    Turn warm(int size) throws IOException {
        return Turn.parse(size, process.ask("run " + size));
    }

    /** What is to be done to the warm program before it is measured. */
    void prepare() throws IOException {
        if (variant == Variant.ARMED) {
            process.ask("arm heap " + NEVER);
        } else if (variant == Variant.LATE) {
            session = Observed.attach(process.pid(), workload.className());
        }
    }

    /** Does this variant's part of the work once. */
    void turn(int size) throws IOException {
        turns.add(warm(variant.part(size)));
    }

    @Override
    public void close() throws IOException {
        if (session != null) {
            session.close();
        }
        process.close();
    }
}

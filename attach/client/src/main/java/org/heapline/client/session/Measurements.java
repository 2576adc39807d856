package org.heapline.client.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.heapline.client.JvmProcess;
import org.heapline.client.Session.OwnCost;
import org.heapline.client.jvm.LinuxProcess;
import org.heapline.profile.Backend;
import org.heapline.profile.LineHistory;
import org.heapline.profile.LineSlices;
import org.heapline.profile.Problem;
import org.heapline.profile.Snapshot;
import org.heapline.profile.TargetInfo;
import org.heapline.profile.Timeline;
import org.heapline.profile.TimelineSample;
import org.heapline.profile.Trip;
import org.heapline.protocol.AgentMXBean;
import org.heapline.protocol.LinesAndThreads;
import org.heapline.protocol.News;
import org.heapline.protocol.ProfiledMethod;
import org.heapline.protocol.Progress;
import org.jspecify.annotations.Nullable;

/** All that a session has measured. Fetched by one thread at a time, read by any. */
final class Measurements {
    private static final long FULL_EVERY_MILLIS = 1_000;
    private static final long BUSY_EVERY_MILLIS = 500;

    private final JvmProcess process;
    private final Instant startedAt;
    private final MeasuredLines lines = new MeasuredLines();
    private final MeasuredThreads threads = new MeasuredThreads();
    private final Timeline timeline = new Timeline();
    private final LineHistory history = new LineHistory();
    private final CostMeter cost = new CostMeter();
    private final Object noteLock = new Object();
    private volatile List<Problem> problems = List.of();
    private volatile Progress progress = new Progress(0, false, 0, 0, 0, 0, 0);
    private volatile TimelineSample latest = new TimelineSample(0, -1, -1, -1, -1, -1, 0, 0);
    private volatile Duration duration = Duration.ZERO;
    private int problemsSeen;
    private long fullAt = -FULL_EVERY_MILLIS;

    Measurements(JvmProcess process, Instant startedAt) {
        this.process = process;
        this.startedAt = startedAt;
    }

    Instant startedAt() {
        return startedAt;
    }

    /**
     * Asks the target for what is new, in few calls: each costs the target some of its time.
     *
     * @param everything also what is asked for once a second only
     */
    synchronized void fetch(AgentMXBean agent, boolean everything) {
        Duration now = Duration.between(startedAt, Instant.now());
        Progress before = progress;
        News news = News.from(agent.newsSince(lines.version()));
        Progress after = news.progress();
        boolean moved = after.isBusy() != before.isBusy()
                || after.getGeneration() != before.getGeneration()
                || after.getMethods() != before.getMethods()
                || after.getLines() != before.getLines();
        // While classes are changed something is new at each poll, and each poll takes time from changing them.
        long patience = !moved ? FULL_EVERY_MILLIS : after.isBusy() ? BUSY_EVERY_MILLIS : 0;
        boolean all = everything || now.toMillis() - fullAt >= patience;
        lines.take(news.changes(), agent, all && news.methods() > lines.known());
        if (all) {
            if (fullAt >= 0) {
                // Nor are threads asked for while somebody waits for the first numbers.
                LinesAndThreads told = agent.linesAndThreads(lines.version());
                lines.take(told.getChanges(), agent, false);
                threads.take(told.getThreads());
            }
            if (news.problems() > problemsSeen) {
                fetchProblems(agent);
            }
            cost.take(agent.getCost());
            fullAt = now.toMillis();
        }
        TimelineSample sample = new TimelineSample(
                now.toMillis(),
                news.heapUsed(),
                news.heapCommitted(),
                news.heapMax(),
                LinuxProcess.residentBytes(process.pid()),
                news.allocated(),
                news.collections(),
                news.collectionMillis());
        timeline.add(sample);
        latest = sample;
        if (history.isDue(now.toMillis())) {
            history.record(now.toMillis(), lines.methods());
        }
        progress = after;
        duration = now;
    }

    private void fetchProblems(AgentMXBean agent) {
        for (org.heapline.protocol.Problem problem : agent.problemsFrom(problemsSeen)) {
            problemsSeen++;
            note(problem.getWhat(), problem.getWhy());
        }
    }

    /** The connection is another one; {@code newAgent} if its agent counts from zero. */
    synchronized void linkChanged(boolean newAgent) {
        if (newAgent) {
            lines.agentChanged();
            threads.agentChanged();
            problemsSeen = 0;
        }
    }

    /** Takes over what the target wrote when it ended. */
    synchronized void finish(FinalDump dump) {
        lines.agentChanged();
        lines.reset();
        for (ProfiledMethod method : dump.methods()) {
            lines.define(method);
        }
        lines.apply(dump.changes());
        threads.reset();
        threads.take(dump.threads());
        dump.problems().forEach(problem -> note(problem.what(), problem.why()));
        duration = Duration.between(startedAt, Instant.now());
        TimelineSample before = latest;
        TimelineSample last = new TimelineSample(
                duration.toMillis(),
                dump.heapUsed(),
                dump.heapCommitted(),
                dump.heapMax(),
                dump.rss(),
                before.allocated(),
                before.gcCount(),
                before.gcMillis());
        timeline.add(last);
        latest = last;
    }

    /** Tells the agent what to profile. Afresh: what was counted so far meant something else. */
    synchronized void want(AgentMXBean agent, Wish wish, boolean afresh) {
        if (afresh) {
            lines.take(agent.changesSince(lines.version()), agent, true);
        }
        wish.tell(agent);
        if (afresh) {
            lines.startAfresh();
            threads.reset();
            history.restart(Duration.between(startedAt, Instant.now()).toMillis());
        }
    }

    /** Sets the counters to zero, in the target and here. */
    synchronized void reset(AgentMXBean agent) {
        agent.reset();
        lines.reset();
        threads.reset();
        history.restart(Duration.between(startedAt, Instant.now()).toMillis());
    }

    /** Adds something that could not be done, once. */
    void note(String what, String why) {
        Problem problem = new Problem(what, why);
        // Not the lock of fetch(), which a target that hangs may hold.
        synchronized (noteLock) {
            if (!problems.contains(problem)) {
                List<Problem> more = new ArrayList<>(problems);
                more.add(problem);
                problems = List.copyOf(more);
            }
        }
    }

    /** Notes why what was measured is not all of it. */
    void lastCountsMissing(@Nullable String why) {
        note(process.name(), "its last counts are missing: " + why);
    }

    Progress progress() {
        return progress;
    }

    LineHistory history() {
        return history;
    }

    TimelineSample latest() {
        return latest;
    }

    OwnCost cost() {
        return cost.read();
    }

    Snapshot snapshot(Backend backend, boolean complete, @Nullable Trip trip, String jdk) {
        return new Snapshot(
                new TargetInfo(process.pid(), process.name(), jdk),
                backend,
                startedAt,
                duration,
                complete,
                lines.methods(),
                timeline.snapshot(),
                trip,
                problems,
                threads.threads(),
                Map.of(),
                LineSlices.NONE);
    }
}

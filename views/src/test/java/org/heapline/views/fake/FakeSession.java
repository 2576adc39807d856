package org.heapline.views.fake;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.heapline.client.JvmProcess;
import org.heapline.client.MaxMem;
import org.heapline.client.PausedThread;
import org.heapline.client.Session;
import org.heapline.client.SessionException;
import org.heapline.client.SourcePlaces;
import org.heapline.client.Subscription;
import org.heapline.profile.Backend;
import org.heapline.profile.LineHistory;
import org.heapline.profile.MethodStats;
import org.heapline.profile.Snapshot;
import org.heapline.profile.TargetInfo;
import org.heapline.profile.TimelineSample;
import org.heapline.profile.Trip;
import org.heapline.protocol.Progress;
import org.heapline.protocol.RunningFrame;
import org.jspecify.annotations.Nullable;

/** A session with whatever a test puts into it. */
public final class FakeSession implements Session, MaxMem {
    /** Patterns of each call of {@link #want}. */
    public final List<List<String>> wants = new CopyOnWriteArrayList<>();

    /** Texts of each call of {@link #findClasses}. */
    public final List<String> searches = new CopyOnWriteArrayList<>();

    public final List<String> classes = new ArrayList<>();
    public final Map<String, List<String>> methodsByClass = new HashMap<>();
    public @Nullable FakePausedThread pausedThread;
    public volatile State state = State.ATTACHED;
    public volatile Progress progress = new Progress(1, false, 1, 1, 1, 1, 1);
    public volatile OwnCost cost = new OwnCost(0, 0, 0);
    public volatile @Nullable Limit limit;

    /** The heap dumps that were asked for. */
    public final List<Path> dumps = new ArrayList<>();

    /** How often a change was cancelled. */
    public int cancels;

    /** When the lines took their bytes: what a test has recorded. */
    public final LineHistory history = new LineHistory();

    /** What every request to the target fails with, or null. */
    public volatile @Nullable SessionException failure;

    /** What {@link #runningFrames} answers. */
    public volatile List<RunningFrame> running = List.of();

    private final Map<Memory, Limit> more = new EnumMap<>(Memory.class);
    private final List<Trip> tripped = new ArrayList<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private List<String> wanted = List.of();
    private Set<String> leftOut = Set.of();
    private Snapshot snapshot = snapshot(Duration.ZERO, List.of());

    public static Snapshot snapshot(Duration duration, List<MethodStats> methods) {
        return new Snapshot(
                new TargetInfo(48213, "orders-service", "21.0.4"),
                Backend.ALLOCATED,
                Instant.EPOCH,
                duration,
                true,
                methods,
                List.of(),
                null,
                List.of(),
                Map.of());
    }

    /** Measures this from now on and tells the listeners. */
    public void measure(long millis, List<MethodStats> methods) {
        snapshot = snapshot(Duration.ofMillis(millis), methods);
        poll();
    }

    /** Has measured all this; tells the listeners. */
    public void measure(Snapshot all) {
        snapshot = all;
        poll();
    }

    /** Tells the listeners, as after a poll. */
    public void poll() {
        listeners.forEach(Runnable::run);
    }

    @Override
    public JvmProcess process() {
        return new JvmProcess(48213, "orders-service", "21.0.4", "me", Instant.EPOCH, false, null);
    }

    @Override
    public State state() {
        return state;
    }

    @Override
    public Backend backend() {
        return Backend.ALLOCATED;
    }

    @Override
    public List<String> wanted() {
        return wanted;
    }

    @Override
    public void want(List<String> patterns, Backend backend, boolean includeChildren) {
        want(patterns, Set.of(), backend, includeChildren);
    }

    @Override
    public void want(List<String> patterns, Set<String> without, Backend backend, boolean includeChildren) {
        wanted = List.copyOf(patterns);
        leftOut = Set.copyOf(without);
        wants.add(wanted);
    }

    @Override
    public Set<String> leftOut() {
        return leftOut;
    }

    @Override
    public List<RunningFrame> runningFrames(List<String> patterns, Backend backend) {
        return running;
    }

    @Override
    public Progress progress() {
        return progress;
    }

    @Override
    public boolean cancel() {
        cancels++;
        return !wants.isEmpty();
    }

    @Override
    public Snapshot snapshot() {
        return snapshot;
    }

    @Override
    public LineHistory lineHistory() {
        return history;
    }

    @Override
    public TimelineSample latest() {
        List<TimelineSample> timeline = snapshot.timeline();
        return timeline.isEmpty() ? new TimelineSample(0, 0, 0, 0, 0, 0, 0, 0) : timeline.get(timeline.size() - 1);
    }

    @Override
    public List<String> findClasses(String text, int limit) {
        searches.add(text);
        String part = text.toLowerCase(Locale.ROOT);
        return classes.stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).contains(part))
                .limit(limit)
                .toList();
    }

    @Override
    public List<String> methodsOf(String className) {
        return methodsByClass.getOrDefault(className, List.of());
    }

    @Override
    public byte[] classFile(String className) {
        return new byte[0];
    }

    @Override
    public SourcePlaces sourcePlaces() {
        return new SourcePlaces(List.of(), null, null);
    }

    @Override
    public MaxMem maxMem() {
        return this;
    }

    @Override
    public void reset() {}

    @Override
    public void collect() throws SessionException {
        fail();
    }

    private void fail() throws SessionException {
        SessionException now = failure;
        if (now != null) {
            throw now;
        }
    }

    @Override
    public void heapDump(Path file, boolean live) throws SessionException {
        fail();
        dumps.add(file);
    }

    @Override
    public void heapDumpCompressed(Path file, boolean live) {}

    @Override
    public String histogram(boolean live) {
        return """
             num     #instances         #bytes  class name (module)
            -------------------------------------------------------
               1:         41207       98304000  [B (java.base@21.0.4)
               2:          9120         291840  com.acme.orders.Order
            """;
    }

    @Override
    public String threadDump() {
        return "";
    }

    @Override
    public String restartWithDebugger() {
        return "java -agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:0 -jar orders.jar";
    }

    @Override
    public OwnCost ownCost() {
        return cost;
    }

    @Override
    public Subscription onUpdate(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public void refresh() {}

    @Override
    public Snapshot newest() {
        return lineHistory().into(this::snapshot);
    }

    @Override
    public void close() {
        state = State.DETACHED;
    }

    @Override
    public void arm(Limit newLimit) throws SessionException {
        fail();
        limit = newLimit;
        more.put(newLimit.memory(), newLimit);
    }

    @Override
    public void disarm() throws SessionException {
        fail();
        limit = null;
        more.clear();
    }

    @Override
    public void disarm(Memory memory) throws SessionException {
        fail();
        more.remove(memory);
        limit = more.values().stream().findFirst().orElse(null);
    }

    @Override
    public @Nullable Limit armed() {
        return limit;
    }

    @Override
    public List<Limit> limits() {
        return limit == null ? List.of() : List.copyOf(more.values());
    }

    @Override
    public List<Trip> trips() {
        return List.copyOf(tripped);
    }

    /** A limit is exceeded, and this thread stands. */
    public void trip(FakePausedThread thread) {
        Trip now = thread.trip();
        more.keySet().removeIf(memory -> memory.name().equalsIgnoreCase(now.memory()));
        limit = more.values().stream().findFirst().orElse(null);
        tripped.add(now);
        pausedThread = thread;
        thread.onResume = () -> pausedThread = null;
        poll();
    }

    @Override
    public @Nullable Trip trip() {
        return pausedThread == null ? null : pausedThread.trip();
    }

    @Override
    public @Nullable PausedThread paused() {
        return pausedThread;
    }
}

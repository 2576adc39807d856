package org.heapline.client.session;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.heapline.client.AttachException;
import org.heapline.client.Attacher;
import org.heapline.client.JvmProcess;
import org.heapline.client.MaxMem;
import org.heapline.client.Session;
import org.heapline.client.SessionException;
import org.heapline.client.SourcePlaces;
import org.heapline.client.Subscription;
import org.heapline.client.jvm.JvmList;
import org.heapline.profile.Backend;
import org.heapline.profile.LineHistory;
import org.heapline.profile.Snapshot;
import org.heapline.profile.TimelineSample;
import org.heapline.protocol.Progress;
import org.heapline.protocol.RunningFrame;
import org.jspecify.annotations.Nullable;

/** A session over the target's local management connector: what can be asked of the target, and what was measured. */
public final class JmxSession implements Session {
    private static final Duration COLLECT_PATIENCE = Duration.ofMinutes(5);

    private final JvmProcess process;
    private final SessionLife life;
    private volatile @Nullable Wish before;

    private JmxSession(JvmProcess process, SessionLife life) {
        this.process = process;
        this.life = life;
    }

    /** Attaches to a running JVM and polls it once. */
    public static JmxSession attach(JvmProcess process, JvmList jvms, Attacher.Options options) throws AttachException {
        SessionLife life = new SessionLife(process, jvms, options, null);
        life.attach();
        return new JmxSession(process, life);
    }

    /**
     * Follows a JVM that was just started with the agent. It is silent until the target can be attached to; a target
     * that ends before that is lost at once, and what its agent wrote down is read.
     *
     * @param dump the file the agent writes when the target ends
     * @param limits with which it was started
     */
    public static JmxSession follow(
            JvmProcess process, JvmList jvms, Attacher.Options options, Path dump, List<MaxMem.Limit> limits) {
        SessionLife life = new SessionLife(process, jvms, options, dump);
        life.follow(limits);
        return new JmxSession(process, life);
    }

    /** The agent's argument for a target that is started with {@code -javaagent}. */
    public static String agentArguments(Attacher.Options options, boolean lease) {
        return Wish.of(options).agentArguments(lease, ClientId.next());
    }

    /** Waits until the target answers for the first time or has ended. Returns false if neither happens in time. */
    public boolean awaitFirstAnswer(Duration patience) {
        return life.awaitOtherThan(State.SILENT, patience);
    }

    /** Waits until it is known that the target has ended and its last words are read. */
    public boolean awaitEnd(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        for (State now = state(); now == State.ATTACHED || now == State.SILENT; now = state()) {
            if (!life.awaitOtherThan(now, Duration.ofNanos(deadline - System.nanoTime()))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public JvmProcess process() {
        return process;
    }

    @Override
    public State state() {
        return life.state();
    }

    @Override
    public Backend backend() {
        return life.wish().backend();
    }

    @Override
    public List<String> wanted() {
        return life.wish().patterns();
    }

    @Override
    public Set<String> leftOut() {
        return life.wish().leftOut();
    }

    @Override
    public void want(List<String> patterns, Set<String> leftOut, Backend backend, boolean includeChildren)
            throws SessionException {
        Wish last = life.wish();
        life.want(new Wish(patterns, leftOut, backend, includeChildren, last.running()));
        before = last;
    }

    @Override
    public boolean cancel() throws SessionException {
        life.ask("cancelling", open -> {
            open.agent().cancel();
            return true;
        });
        Wish last = before;
        if (last != null) {
            life.want(last);
        }
        return last != null;
    }

    @Override
    public List<RunningFrame> runningFrames(List<String> patterns, Backend backend) throws SessionException {
        String[] texts = patterns.toArray(new String[0]);
        return List.of(
                life.ask("looking at what is running", open -> open.agent().runningFrames(texts, backend.key())));
    }

    @Override
    public List<String> findClasses(String text, int limit) throws SessionException {
        return List.of(life.ask("looking for classes", open -> open.agent().findClasses(text, limit)));
    }

    @Override
    public List<String> methodsOf(String className) throws SessionException {
        return List.of(life.ask("reading " + className, open -> open.agent().methodsOf(className)));
    }

    @Override
    public byte[] classFile(String className) throws SessionException {
        return life.ask("reading " + className, open -> open.agent().classFile(className));
    }

    @Override
    public Progress progress() {
        return life.measured().progress();
    }

    @Override
    public Snapshot snapshot() {
        return life.snapshot();
    }

    @Override
    public Snapshot newest() throws SessionException {
        return life.newest();
    }

    @Override
    public LineHistory lineHistory() {
        return life.measured().history();
    }

    @Override
    public TimelineSample latest() {
        return life.measured().latest();
    }

    @Override
    public OwnCost ownCost() {
        return life.measured().cost();
    }

    @Override
    public SourcePlaces sourcePlaces() {
        return life.places();
    }

    @Override
    public MaxMem maxMem() {
        return life.maxMem();
    }

    @Override
    public void reset() throws SessionException {
        life.ask("setting the counters to zero", open -> {
            life.measured().reset(open.agent());
            return true;
        });
        refresh();
    }

    @Override
    public void collect() throws SessionException {
        life.ask("garbage collection", COLLECT_PATIENCE, open -> {
            open.agent().collect();
            return true;
        });
    }

    @Override
    public void heapDump(Path file, boolean live) throws SessionException {
        HeapDumper.dump(life.link(), life.calls(), file, live);
    }

    @Override
    public void heapDumpCompressed(Path file, boolean live) throws SessionException {
        HeapDumper.dumpCompressed(life.link(), life.calls(), file, live);
    }

    @Override
    public String histogram(boolean live) throws SessionException {
        return diagnose("the class histogram", "gcClassHistogram", live ? List.of() : List.of("-all"));
    }

    @Override
    public String threadDump() throws SessionException {
        return diagnose("the thread dump", "threadPrint", List.of("-l"));
    }

    private String diagnose(String what, String command, List<String> arguments) throws SessionException {
        return life.ask(what, COLLECT_PATIENCE, open -> DiagnosticCommands.run(open.server(), command, arguments));
    }

    @Override
    public Subscription onUpdate(Runnable listener) {
        return life.onUpdate(listener);
    }

    @Override
    public void refresh() throws SessionException {
        life.refresh();
    }

    @Override
    public void close() {
        life.close();
    }
}

package org.heapline.client.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.heapline.profile.LineStats;
import org.heapline.profile.LineTable;
import org.heapline.profile.MethodStats;
import org.heapline.protocol.AgentMXBean;
import org.heapline.protocol.ProfiledMethod;

/**
 * The line table of a session. It outlives the agent: when a target was suspended for so long that its agent left, the
 * next agent counts from zero and from method id 0 again, and its counts are added to those of the one before.
 */
final class MeasuredLines {
    private static final int FORGOTTEN = -1;

    private volatile LineTable table = new LineTable();
    private final List<Integer> tableIds = new ArrayList<>();
    private final Map<String, List<Integer>> idsByMethod = new HashMap<>();
    private final Set<Integer> taken = new HashSet<>();
    private final Map<Long, LineStats> earlier = new HashMap<>();
    private long version;

    /** The version of the counts that were taken over last. */
    synchronized long version() {
        return version;
    }

    /** How many methods of the agent are known. */
    synchronized int known() {
        return tableIds.size();
    }

    /**
     * Takes over the counts that have moved since {@link #version}, and fetches methods that are new.
     *
     * @param changes as {@link AgentMXBean#changesSince} told them
     * @param methods also those of which nothing has been counted yet
     */
    synchronized void take(long[] changes, AgentMXBean agent, boolean methods) {
        // After the changes: a method they name is known by then.
        if (methods || namesUnknown(changes)) {
            for (ProfiledMethod method : agent.methodsFrom(tableIds.size()).list()) {
                define(method);
            }
        }
        apply(changes);
    }

    private boolean namesUnknown(long[] changes) {
        for (int at = 1; at < changes.length; at += AgentMXBean.CHANGE_WIDTH) {
            if (changes[at] >= tableIds.size()) {
                return true;
            }
        }
        return false;
    }

    synchronized void define(ProfiledMethod method) {
        String key = key(method.getClassName(), method.getName(), method.getDescriptor());
        List<Integer> ids = idsByMethod.computeIfAbsent(key, unused -> new ArrayList<>());
        // Two loaders can have a method of the same name each: an id serves one of them.
        Integer id =
                ids.stream().filter(known -> !taken.contains(known)).findFirst().orElse(null);
        if (id == null) {
            id = table.nextId();
            ids.add(id);
            table.define(
                    id,
                    method.getClassName(),
                    method.getName(),
                    method.getDescriptor(),
                    method.getFile(),
                    method.getLocation(),
                    method.getLines());
        }
        taken.add(id);
        tableIds.add(id);
    }

    synchronized void apply(long[] changes) {
        long[] own = new long[changes.length];
        int end = 1;
        for (int from = 1; from + AgentMXBean.CHANGE_WIDTH <= changes.length; from += AgentMXBean.CHANGE_WIDTH) {
            int id = tableIds.get((int) changes[from]);
            if (id == FORGOTTEN) {
                continue;
            }
            int at = end;
            end += AgentMXBean.CHANGE_WIDTH;
            System.arraycopy(changes, from, own, at, AgentMXBean.CHANGE_WIDTH);
            own[at] = id;
            LineStats before = earlier.get(place(id, (int) own[at + 1]));
            if (before != null) {
                own[at + 2] += before.occurrences();
                own[at + 3] += before.incrementBytes();
                own[at + 4] += before.selfBytes();
                own[at + 5] = Math.max(own[at + 5], before.memUsageBytes());
            }
        }
        own[0] = changes[0];
        table.apply(Arrays.copyOf(own, end));
        version = changes[0];
    }

    /** A new agent has taken over: it counts from zero, what was counted so far stays. */
    synchronized void agentChanged() {
        List<MethodStats> methods = table.methods();
        for (int id = 0; id < methods.size(); id++) {
            for (LineStats line : methods.get(id).lines()) {
                earlier.put(place(id, line.line()), line);
            }
        }
        tableIds.clear();
        taken.clear();
        version = 0;
    }

    /** The same agent defines all methods anew; what it counts in those it has defined so far is of no interest. */
    synchronized void startAfresh() {
        table = new LineTable();
        Collections.fill(tableIds, FORGOTTEN);
        idsByMethod.clear();
        taken.clear();
        earlier.clear();
        version = 0;
    }

    /** All counters are zero again. */
    synchronized void reset() {
        earlier.clear();
        table.reset();
        version = 0;
    }

    List<MethodStats> methods() {
        return table.methods();
    }

    private static long place(int id, int line) {
        return ((long) id << 32) | line;
    }

    private static String key(String className, String method, String descriptor) {
        return className + '#' + method + descriptor;
    }
}

package org.heapline.agent;

import java.heapline.EndedThread;
import java.heapline.Sums;
import java.heapline.ThreadCounters;
import java.heapline.ThreadRoll;
import java.heapline.Threads;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.heapline.protocol.ThreadBytes;
import org.jspecify.annotations.Nullable;

/**
 * What the lines took by thread: living platform threads one by one; ended and virtual ones, of which there may be
 * millions, by their names without digits. Thread-safe.
 */
final class ThreadTotals {
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    /** Threads whose names have nothing in common are no more than this many groups; the rest is one. */
    private static final int MOST_GROUPS = 500;

    private static final String REST = "others";

    private static final int LONGEST_NAME = 200;

    private final Map<String, Group> ended = new LinkedHashMap<>();

    /** Threads of a kind. */
    private static final class Group {
        final String name;
        final boolean virtual;
        int threads;
        long selfBytes;

        Group(String name, boolean virtual) {
            this.name = name;
            this.virtual = virtual;
        }

        void add(int more, long bytes) {
            threads += more;
            selfBytes += bytes;
        }

        ThreadBytes bytes() {
            return new ThreadBytes(name, 0, virtual, threads, selfBytes);
        }
    }

    /**
     * Takes over what has ended, so that nothing is kept for each thread that ever was. Allocates nothing where none has:
     * done every second, that would show in the used heap of lines.
     */
    synchronized void sweep() {
        Threads.sweep();
        take(Threads.takeEnded());
    }

    private void take(@Nullable EndedThread latest) {
        for (EndedThread each = latest; each != null; each = each.next) {
            group(ended, each.name, each.virtual).add(each.threads(), each.selfBytes());
        }
    }

    /** As {@link Threads#startAfresh}. */
    synchronized void startAfresh(int session, Sums into) {
        Threads.startAfresh(session, into);
        ended.clear();
    }

    /** All threads that took memory; for the rest see {@link Threads#sumByThread}. */
    synchronized ThreadBytes[] sum(int session, Sums into) {
        ThreadRoll roll = Threads.sumByThread(session, into);
        take(roll.ended);
        List<ThreadBytes> all = new ArrayList<>();
        Map<String, Group> mounted = new LinkedHashMap<>();
        for (int i = 0; i < roll.living.length; i++) {
            ThreadCounters each = roll.living[i];
            long bytes = roll.selfBytes[i];
            if (bytes == 0) {
                continue;
            }
            if (each.isVirtual()) {
                group(mounted, each.thread.getName(), true).add(1, bytes);
            } else {
                all.add(new ThreadBytes(cut(each.thread.getName()), each.thread.getId(), false, 1, bytes));
            }
        }
        for (Map.Entry<String, Group> each : ended.entrySet()) {
            Group group = each.getValue();
            Group alive = mounted.get(each.getKey());
            if (alive == null) {
                all.add(group.bytes());
            } else {
                alive.add(group.threads, group.selfBytes);
            }
        }
        for (Group each : mounted.values()) {
            all.add(each.bytes());
        }
        return all.toArray(new ThreadBytes[0]);
    }

    private static String cut(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "...";
    }

    private static Group group(Map<String, Group> groups, String name, boolean virtual) {
        String common = DIGITS.matcher(cut(name)).replaceAll("#");
        String key = (virtual ? "v" : "p") + common;
        Group found = groups.get(key);
        if (found == null) {
            if (groups.size() >= MOST_GROUPS) {
                return groups.computeIfAbsent(virtual ? "v" : "p", unused -> new Group(REST, virtual));
            }
            found = new Group(common, virtual);
            groups.put(key, found);
        }
        return found;
    }
}

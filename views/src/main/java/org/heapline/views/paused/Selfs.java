package org.heapline.views.paused;

import java.util.Arrays;
import java.util.List;
import org.heapline.profile.LineStats;
import org.heapline.profile.MethodStats;
import org.jspecify.annotations.Nullable;

/**
 * The Selfs of one method's lines at a moment: a sixth of the method's own figures, which are kept for seconds and would
 * have the window's heap collected as a whole every few seconds.
 */
final class Selfs {
    private final String className;
    private final String method;
    private final String descriptor;

    /** Ascending, as a method has them. */
    private final int[] lines;

    /** By line, bytes. */
    private final long[] selfs;

    private Selfs(String className, String method, String descriptor, int[] lines, long[] selfs) {
        this.className = className;
        this.method = method;
        this.descriptor = descriptor;
        this.lines = lines;
        this.selfs = selfs;
    }

    /** @param last what was kept before at the same place, to be shared with as far as it is the same */
    static Selfs of(MethodStats now, @Nullable Selfs last) {
        List<LineStats> all = now.lines();
        int[] lines = new int[all.size()];
        long[] selfs = new long[lines.length];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = all.get(i).line();
            selfs[i] = all.get(i).selfBytes();
        }
        if (last == null || !last.isOf(now) || !Arrays.equals(last.lines, lines)) {
            return new Selfs(now.className(), now.method(), now.descriptor(), lines, selfs);
        }
        return Arrays.equals(last.selfs, selfs)
                ? last
                : new Selfs(last.className, last.method, last.descriptor, last.lines, selfs);
    }

    private boolean isOf(MethodStats now) {
        return className.equals(now.className()) && method.equals(now.method()) && descriptor.equals(now.descriptor());
    }

    /** What tells the method from others. */
    String key() {
        return key(className, method, descriptor);
    }

    static String key(MethodStats method) {
        return key(method.className(), method.method(), method.descriptor());
    }

    private static String key(String className, String method, String descriptor) {
        return className + "#" + method + descriptor;
    }

    /** The Self of a line, bytes; 0 of a line that was not there. */
    long of(int line) {
        int at = Arrays.binarySearch(lines, line);
        return at < 0 ? 0 : selfs[at];
    }
}

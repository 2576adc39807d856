package org.heapline.agent;

import java.heapline.MemoryReader;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** The resident set of this process, with its descendants if wanted, as Linux tells it. */
final class RssReader extends MemoryReader implements Closeable {
    /** Looking for descendants takes most of a millisecond. A JVM, once started, is up in twice this time. */
    private static final long CHILDREN_MILLIS = 20;

    private final RandomAccessFile own;
    private final long pageSize;
    private volatile boolean children;
    private volatile boolean limitChildren;
    private final byte[] text = new byte[128];
    private long[] descendants = new long[0];
    private long descendantsAt;
    private long last;
    private long size;

    /**
     * @throws IOException if this system does not tell the resident set
     */
    RssReader() throws IOException {
        this.own = new RandomAccessFile("/proc/self/statm", "r");
        this.pageSize = pageSize(pages(own));
    }

    /** A resident set is counted in pages here and in KiB there: their ratio is the size of a page. */
    private static long pageSize(long pages) throws IOException {
        try (BufferedReader status = new BufferedReader(
                new InputStreamReader(new FileInputStream("/proc/self/status"), StandardCharsets.US_ASCII))) {
            for (String line = status.readLine(); line != null; line = status.readLine()) {
                if (line.startsWith("VmRSS:")) {
                    long bytes = Long.parseLong(line.replaceAll("\\D", "")) * 1024;
                    return Long.highestOneBit(Math.round(bytes * 1.2 / pages));
                }
            }
        }
        throw new IOException("/proc/self/status has no VmRSS");
    }

    void includeChildren(boolean include) {
        children = include;
    }

    /** Whether a limit of the resident set counts the descendants too. */
    void limitWithChildren(boolean include) {
        limitChildren = include;
    }

    /** The resident set as it is limited; -1 if it cannot be read. */
    synchronized long readForLimit() {
        try {
            return pages(own) * pageSize + (limitChildren ? ofDescendants() : 0);
        } catch (IOException e) {
            return -1;
        }
    }

    @Override
    public synchronized long read() {
        try {
            last = pages(own) * pageSize + (children ? ofDescendants() : 0);
        } catch (IOException e) {
            return last; // A reading that fails repeats the one before: it adds nothing to any line.
        }
        return last;
    }

    /** Without its descendants; -1 if it cannot be read. */
    synchronized long readOwn() {
        try {
            return pages(own) * pageSize;
        } catch (IOException e) {
            return -1;
        }
    }

    /** The resident pages; {@link #size} is the size of the address space then. */
    private long pages(RandomAccessFile statm) throws IOException {
        statm.seek(0);
        int length = statm.read(text);
        int i = 0;
        size = 0;
        for (; i < length && text[i] != ' '; i++) {
            size = size * 10 + (text[i] - '0');
        }
        long pages = 0;
        for (i++; i < length && text[i] >= '0' && text[i] <= '9'; i++) {
            pages = pages * 10 + (text[i] - '0');
        }
        return pages;
    }

    private long ofDescendants() {
        long now = System.currentTimeMillis();
        if (now - descendantsAt >= CHILDREN_MILLIS) {
            descendants = find();
            descendantsAt = now;
        }
        long sum = 0;
        long ownSize = size;
        for (long pid : descendants) {
            try (RandomAccessFile statm = new RandomAccessFile("/proc/" + pid + "/statm", "r")) {
                long pages = pages(statm);
                // Until it runs its own program, a new child is this process once more: the same pages.
                sum += size == ownSize ? 0 : pages * pageSize;
            } catch (IOException e) {
                continue; // It has ended meanwhile and holds nothing.
            }
        }
        return sum;
    }

    private static long[] find() {
        List<Long> pids = new ArrayList<>();
        try {
            Class<?> type = Class.forName("java.lang.ProcessHandle");
            Method pid = type.getMethod("pid");
            Object self = type.getMethod("current").invoke(null);
            Stream<?> found = (Stream<?>) type.getMethod("descendants").invoke(self);
            for (Iterator<?> each = found.iterator(); each.hasNext(); ) {
                pids.add((Long) pid.invoke(each.next()));
            }
        } catch (ReflectiveOperationException e) {
            return new long[0]; // Java 8 knows no children.
        }
        long[] all = new long[pids.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = pids.get(i);
        }
        return all;
    }

    @Override
    public synchronized void close() throws IOException {
        own.close();
    }
}

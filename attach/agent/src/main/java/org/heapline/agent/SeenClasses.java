package org.heapline.agent;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What the agent keeps of the classes that it has looked at, loader by loader. It holds no loader, and what it keeps of
 * one goes when the JVM has unloaded it: a program may load classes anew for ever. Thread-safe.
 */
final class SeenClasses {
    private final Map<Key, OfLoader> loaders = new ConcurrentHashMap<>();
    private final ReferenceQueue<ClassLoader> unloaded = new ReferenceQueue<>();
    private final OfLoader ofBootstrap = new OfLoader();

    /** The classes of one loader, by name. */
    static final class OfLoader {
        /** What was wanted of those that were looked at. */
        final Map<String, String> wanted = new ConcurrentHashMap<>();

        /** Those that have probes, with the numbers of their profiled methods and of the lines of these. */
        final Map<String, int[]> probed = new ConcurrentHashMap<>();

        /** The bodies that a debugger gave them. */
        final Map<String, byte[]> redefined = new ConcurrentHashMap<>();

        /** The probes, and classes of the JDK, that the loader has been asked for; with slashes. */
        final Set<String> asked = ConcurrentHashMap.newKeySet();

        /** A class stays as it is. */
        void forget(String className) {
            wanted.remove(className);
            probed.remove(className);
        }

        /**
         * A class was looked at.
         *
         * @param counts of methods and lines, null if it has got no probes
         */
        void note(String className, String signature, int @Nullable [] counts) {
            wanted.put(className, signature);
            if (counts == null) {
                probed.remove(className);
            } else {
                probed.put(className, counts);
            }
        }
    }

    /** A loader; the same only as itself, whatever it thinks of being equal. */
    private static final class Key extends WeakReference<ClassLoader> {
        private final int hash;

        Key(ClassLoader loader, @Nullable ReferenceQueue<ClassLoader> queue) {
            super(loader, queue);
            hash = System.identityHashCode(loader);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            if (this == other) {
                return true;
            }
            ClassLoader mine = get();
            return mine != null && other instanceof Key && ((Key) other).get() == mine;
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    /** The classes of a loader; null is the JVM's own. */
    OfLoader of(@Nullable ClassLoader loader) {
        if (loader == null) {
            return ofBootstrap;
        }
        OfLoader known = loaders.get(new Key(loader, null));
        if (known != null) {
            return known;
        }
        dropUnloaded();
        OfLoader fresh = new OfLoader();
        OfLoader other = loaders.putIfAbsent(new Key(loader, unloaded), fresh);
        return other == null ? fresh : other;
    }

    private void dropUnloaded() {
        for (Reference<? extends ClassLoader> each = unloaded.poll(); each != null; each = unloaded.poll()) {
            loaders.remove(each);
        }
    }

    /** How many classes have probes. */
    int probed() {
        dropUnloaded();
        int sum = ofBootstrap.probed.size();
        for (OfLoader each : loaders.values()) {
            sum += each.probed.size();
        }
        return sum;
    }

    /** How many methods have probes. */
    int methods() {
        return sum(0);
    }

    /** How many lines have probes. */
    int lines() {
        return sum(1);
    }

    private int sum(int which) {
        dropUnloaded();
        int sum = sum(ofBootstrap, which);
        for (OfLoader each : loaders.values()) {
            sum += sum(each, which);
        }
        return sum;
    }

    private static int sum(OfLoader loader, int which) {
        int sum = 0;
        for (int[] counts : loader.probed.values()) {
            sum += counts[which];
        }
        return sum;
    }
}

package org.heapline.agent;

import java.heapline.OwnWork;
import java.heapline.ThreadCounters;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.heapline.agent.code.ClassInstrumenter;
import org.heapline.agent.code.UsedClasses;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;

/**
 * Gives probes to the wanted classes, those that load and those that are transformed again. Runs on the program's own
 * threads: what it allocates there is taken out of their account, and nothing is ever thrown.
 */
final class ProbeTransformer implements ClassFileTransformer {
    private static final String[] PROBES = {
        "java/heapline/Probes", "java/heapline/MemoryProbes", "java/heapline/ThreadCounters", "java/heapline/Locals"
    };

    private final Registry registry;
    private final ClassInstrumenter ownThreads = new ClassInstrumenter(false);
    private final ClassInstrumenter sharedMemory = new ClassInstrumenter(true);
    private final Set<String> refused = Collections.synchronizedSet(new HashSet<String>());
    private final SeenClasses seen = new SeenClasses();

    private volatile Wanted wanted = Wanted.NOTHING;

    /** The threads that change loaded classes. */
    private final Map<Thread, Change> changes = new ConcurrentHashMap<>();

    /** A thread changes loaded classes. */
    private static final class Change {
        /** What is known of the classes that the changed ones use. */
        final FoundClasses found;

        /** The class that it has come to. */
        @Nullable
        Class<?> latest;

        Change(FoundClasses found) {
            this.found = found;
        }
    }

    ProbeTransformer(Registry registry) {
        this.registry = registry;
    }

    void want(Wanted now) {
        wanted = now;
    }

    Wanted wanted() {
        return wanted;
    }

    /** Whether a loaded class must be transformed again to become what is wanted. */
    boolean mustChange(Class<?> type, Wanted now) {
        boolean want = !refused.contains(type.getName())
                && now.mayWant(type.getName(), type.getClassLoader(), type.getProtectionDomain());
        String has = seen.of(type.getClassLoader()).wanted.get(type.getName());
        if (!want || now.signatureFor(type.getName()).equals(has)) {
            return !want && has != null;
        }
        // A frame that runs is slowed down even by a change that changes nothing: see first whether there is any.
        return has != null
                || !now.onlyByAnnotation(type.getName())
                || Annotated.in(type.getClassLoader(), type.getName().replace('.', '/'), now)
                        .mayHave();
    }

    /** Loaded classes are to be changed by the calling thread. */
    void expect(FoundClasses used) {
        changes.put(Thread.currentThread(), new Change(used));
    }

    /**
     * The calling thread has changed what it said.
     *
     * @return the loaded class that it transformed last since {@link #expect}, or null
     */
    @Nullable
    Class<?> takeLatest() {
        Change ended = changes.remove(Thread.currentThread());
        return ended == null ? null : ended.latest;
    }

    /** The classes that were looked at. */
    SeenClasses seen() {
        return seen;
    }

    /** The class is to stay as it is. */
    void refuse(String className, String why) {
        refused.add(className);
        registry.problem(className, why);
    }

    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            @Nullable String given,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] classFile) {
        Wanted now = wanted;
        if (given == null && now == Wanted.NOTHING) {
            return null;
        }
        ThreadCounters mine = OwnWork.stepAside();
        try {
            Change change = redefined == null ? null : changes.get(Thread.currentThread());
            if (change != null) {
                change.latest = redefined;
            }
            return transform(now, change, loader, given, redefined, domain, classFile);
        } finally {
            OwnWork.stepBack(mine);
        }
    }

    private byte @Nullable [] transform(
            Wanted now,
            @Nullable Change change,
            @Nullable ClassLoader loader,
            @Nullable String given,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] classFile) {
        long clock = OwnWork.clockOfCaller();
        // A loader may define a class without saying its name.
        String name = given == null ? nameIn(classFile) : given;
        try {
            boolean want = now.mayWant(name, loader, domain);
            if (!want && redefined == null) {
                return null;
            }
            String className = name.replace('/', '.');
            SeenClasses.OfLoader classes = seen.of(loader);
            byte[] body = redefined == null ? classFile : Redefinitions.bodyOf(className, classes.redefined, classFile);
            if (redefined != null && (want || classes.wanted.containsKey(className))) {
                body = ParameterNames.restoredIn(loader, name, body);
            }
            if (!want || refused.contains(className)) {
                classes.forget(className);
                return body == classFile ? null : body;
            }
            UsedClasses used =
                    new UsedFromLoader(loader, classes.asked, change == null ? null : change.found.of(loader));
            acquaint(used);
            Annotated annotated = Annotated.in(redefined == null ? null : loader, name, now);
            Host host = new Host(now, annotated, className, loader, redefined != null, domain, used);
            byte[] changed = (now.sharedMemory() ? sharedMemory : ownThreads).instrument(body, host);
            classes.note(className, now.signatureFor(className), changed == null ? null : host.counts);
            if (loader == null && changed != null) {
                OwnWork.share();
            }
            return changed != null || body == classFile ? changed : body;
        } catch (Throwable e) {
            refuse(name.replace('/', '.'), "it could not be instrumented: " + e);
            return null;
        } finally {
            OwnWork.excuseSince(clock, redefined == null ? handedOver(given, classFile.length) : 0);
        }
    }

    /**
     * Lets a loader find the probes now: when the first instrumented line looks for them through it, that search costs
     * memory, and the line would be charged with it.
     */
    private static void acquaint(UsedClasses used) throws ClassNotFoundException {
        for (String probe : PROBES) {
            if (!used.canFind(probe)) {
                throw new ClassNotFoundException(probe.replace('/', '.') + " is not found through its class loader");
            }
        }
    }

    /** What the JVM allocates to call a transformer for a class that loads: its bytes and its name. */
    private static long handedOver(@Nullable String name, int bytes) {
        return align(16L + bytes) + (name == null ? 0 : align(16L + name.length()) + 24);
    }

    /** The name that stands in a class file; empty, which nobody wants, if it cannot be read. */
    private static String nameIn(byte[] classFile) {
        try {
            return new ClassReader(classFile).getClassName();
        } catch (RuntimeException e) {
            return ""; // The JVM says itself what is wrong with it.
        }
    }

    private static long align(long bytes) {
        return (bytes + 7) & ~7L;
    }

    private final class Host implements ClassInstrumenter.Host {
        private final Wanted now;
        private final Annotated annotated;
        private final String className;
        private final @Nullable ClassLoader finder;
        private final String location;
        private final UsedClasses used;
        private final int[] counts = new int[2];

        Host(
                Wanted now,
                Annotated annotated,
                String className,
                @Nullable ClassLoader loader,
                boolean loaded,
                @Nullable ProtectionDomain domain,
                UsedClasses used) {
            this.used = used;
            this.now = now;
            this.annotated = annotated;
            this.className = className;
            this.finder = loaded ? loader : null;
            this.location = OwnPlace.locationOf(domain);
        }

        @Override
        public boolean wantsAnnotation(String descriptor) {
            return now.wantsAnnotation(descriptor);
        }

        @Override
        public @Nullable String sourceMap() {
            return finder == null ? null : SourceMaps.of(finder, className);
        }

        @Override
        public UsedClasses usedClasses() {
            return used;
        }

        @Override
        public boolean wantsMethod(String name, String descriptor) {
            return now.wantsMethod(className, name) || annotated.has(name, descriptor);
        }

        @Override
        public boolean namesMethods() {
            return now.namesMethodsOf(className);
        }

        @Override
        public int profiled(String name, String descriptor, String file, int[] lines, String[] variables) {
            counts[0]++;
            counts[1] += lines.length;
            return registry.define(className, name, descriptor, file, location, lines, variables);
        }

        @Override
        public int firstList(int id, String[] variables) {
            return registry.firstList(id, variables);
        }

        @Override
        public void problem(String method, String why) {
            registry.problem(method, why);
        }
    }
}

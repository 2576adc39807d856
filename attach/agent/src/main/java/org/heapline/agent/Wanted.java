package org.heapline.agent;

import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.heapline.protocol.MethodPattern;
import org.jspecify.annotations.Nullable;

/** What is to be profiled: patterns, or the application's own classes where there are none. Immutable. */
final class Wanted {
    /** Nothing at all. */
    static final Wanted NOTHING =
            new Wanted(new ArrayList<MethodPattern>(), Collections.<String>emptySet(), null, "allocated");

    /** Packages whose code runs inside the probes, or in places where nothing else may run. */
    private static final String[] NEVER = {
        "java.heapline.", "org.heapline.agent.", "java.lang.", "jdk.internal.", "sun.", "java.security.", "jdk.jfr."
    };

    /** The JDK's own loader beside the bootstrap loader: nobody annotates its classes. */
    private static final @Nullable ClassLoader JDK =
            ClassLoader.getSystemClassLoader().getParent();

    final List<MethodPattern> patterns;
    final String backend;
    private final Set<String> leftOut;
    private final @Nullable OwnPlace own;

    private Wanted(List<MethodPattern> patterns, Set<String> leftOut, @Nullable OwnPlace own, String backend) {
        this.patterns = patterns;
        this.leftOut = leftOut;
        this.own = own;
        this.backend = backend;
    }

    /**
     * Reads what a client says.
     *
     * @param leftOut names of classes, with dots, that are to stay as they are
     * @throws IllegalArgumentException if a pattern or the backend cannot be read
     */
    static Wanted parse(Iterable<String> texts, Set<String> leftOut, String backend) {
        if (!backend.equals("allocated") && !backend.equals("heap") && !backend.equals("rss")) {
            throw new IllegalArgumentException("'" + backend + "' is no backend; choose allocated, heap or rss");
        }
        List<MethodPattern> patterns = new ArrayList<>();
        for (String text : texts) {
            patterns.add(MethodPattern.parse(text));
        }
        return new Wanted(patterns, leftOut, patterns.isEmpty() ? OwnPlace.find() : null, backend);
    }

    /** Whether Increments are made of memory that all threads share. */
    boolean sharedMemory() {
        return !backend.equals("allocated");
    }

    boolean hasAnnotations() {
        for (MethodPattern each : patterns) {
            if (each.isAnnotation()) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether a class has to be looked at.
     *
     * @param name with dots or slashes
     */
    boolean mayWant(String name, @Nullable ClassLoader loader, @Nullable ProtectionDomain domain) {
        if (loader == Wanted.class.getClassLoader() || isNever(name) || isLeftOut(name)) {
            return false;
        }
        if (own != null) {
            return own.owns(loader, domain);
        }
        for (MethodPattern each : patterns) {
            if (each.matchesClass(name) || each.isAnnotation() && loader != null && loader != JDK) {
                return true;
            }
        }
        return false;
    }

    /** Whether nothing but an annotation can make a class wanted. */
    boolean onlyByAnnotation(String className) {
        if (own != null) {
            return false;
        }
        for (MethodPattern each : patterns) {
            if (each.matchesClass(className)) {
                return false;
            }
        }
        return true;
    }

    private boolean isLeftOut(String name) {
        return !leftOut.isEmpty() && leftOut.contains(name.replace('/', '.'));
    }

    boolean wantsMethod(String className, String method) {
        if (own != null) {
            return true;
        }
        for (MethodPattern each : patterns) {
            if (each.matchesClass(className) && each.matchesMethod(method)) {
                return true;
            }
        }
        return false;
    }

    boolean wantsAnnotation(String descriptor) {
        for (MethodPattern each : patterns) {
            if (each.matchesAnnotation(descriptor)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a pattern is about methods of this class, not about the class as a whole. */
    boolean namesMethodsOf(String className) {
        for (MethodPattern each : patterns) {
            if (each.namesMethods() && each.matchesClass(className)) {
                return true;
            }
        }
        return false;
    }

    /** The patterns that name a class which is never profiled. */
    List<MethodPattern> refused() {
        List<MethodPattern> refused = new ArrayList<>();
        for (MethodPattern each : patterns) {
            if (isNever(each.toString())) {
                refused.add(each);
            }
        }
        return refused;
    }

    /** What is wanted of one class, to see whether a change of patterns changes it. */
    String signatureFor(String className) {
        StringBuilder text = new StringBuilder(backend);
        for (MethodPattern each : patterns) {
            if (each.isAnnotation() || each.matchesClass(className)) {
                text.append(' ').append(each);
            }
        }
        return text.toString();
    }

    static boolean isNever(String name) {
        for (String each : NEVER) {
            if (name.length() > each.length() && startsWith(name, each)) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWith(String name, String prefix) {
        for (int i = 0; i < prefix.length(); i++) {
            char c = name.charAt(i);
            if ((c == '/' ? '.' : c) != prefix.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}

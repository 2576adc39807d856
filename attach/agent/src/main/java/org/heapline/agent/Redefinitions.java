package org.heapline.agent;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The bodies that a debugger gave to classes during the session. JDK 17 forgets them: a class that is transformed again
 * gets the body it was loaded with, so that taking the probes out would also take the programmer's change out.
 */
final class Redefinitions {
    private static final String TRANSFORMED_AGAIN = "retransformClasses0";

    private final Map<String, byte[]> bodies = new ConcurrentHashMap<>();

    /**
     * The body a class has now, without probes.
     *
     * @param key of the class and its loader
     * @param given what the JVM gave to the transformer; the answer is the same array if that is true
     */
    byte[] bodyOf(String key, byte[] given) {
        if (isTransformedAgain()) {
            byte[] known = bodies.get(key);
            return known == null ? given : known;
        }
        bodies.put(key, given.clone());
        return given;
    }

    /** A debugger redefines without any Java code; the other way comes through the JDK's own. */
    private static boolean isTransformedAgain() {
        for (StackTraceElement frame : new Throwable().getStackTrace()) {
            if (frame.getMethodName().equals(TRANSFORMED_AGAIN)) {
                return true;
            }
        }
        return false;
    }
}

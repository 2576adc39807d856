package org.heapline.agent;

import java.util.Map;

/**
 * The bodies that a debugger gave to classes during the session. JDK 17 forgets them: a class that is transformed again
 * gets the body it was loaded with, so that taking the probes out would also take the programmer's change out.
 */
final class Redefinitions {
    private static final String TRANSFORMED_AGAIN = "retransformClasses0";

    private Redefinitions() {}

    /**
     * The body a class has now, without probes.
     *
     * @param bodies the bodies that a debugger gave to classes of its loader, by name
     * @param given what the JVM gave to the transformer; the answer is the same array if that is true
     */
    static byte[] bodyOf(String className, Map<String, byte[]> bodies, byte[] given) {
        if (isTransformedAgain()) {
            byte[] known = bodies.get(className);
            return known == null ? given : known;
        }
        bodies.put(className, given.clone());
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

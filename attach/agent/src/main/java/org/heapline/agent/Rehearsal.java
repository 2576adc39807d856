package org.heapline.agent;

import java.io.IOException;
import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.heapline.agent.code.ClassInstrumenter;
import org.heapline.agent.code.UsedClasses;
import org.jspecify.annotations.Nullable;

/**
 * Loads all of the agent and instruments a class once, before the transformer is in place. Else the program's threads
 * would load the agent's classes while they load their own, with the locks of both loaders held: a deadlock.
 */
final class Rehearsal {
    private Rehearsal() {}

    /**
     * Runs on the attaching thread.
     *
     * @param jar the agent's jar
     */
    static void run(String jar) throws IOException, ClassNotFoundException {
        ClassLoader loader = Rehearsal.class.getClassLoader();
        try (JarFile file = new JarFile(jar)) {
            for (Enumeration<JarEntry> entries = file.entries(); entries.hasMoreElements(); ) {
                String name = entries.nextElement().getName();
                if (name.startsWith("org/heapline/") && name.endsWith(".class") && !name.endsWith("-info.class")) {
                    load(name.substring(0, name.length() - 6).replace('/', '.'), loader);
                }
            }
            String sample = TripDesk.class.getName().replace('.', '/') + ".class";
            new ClassInstrumenter(false).instrument(ProbeClasses.read(file, sample), new Everything());
        }
    }

    private static void load(String name, ClassLoader loader) throws ClassNotFoundException {
        try {
            Class.forName(name, true, loader);
        } catch (UnsupportedClassVersionError e) {
            return; // What is compiled for newer JVMs is not used in this one.
        }
    }

    /** Wants every method of the sample and keeps nothing. */
    private static final class Everything implements ClassInstrumenter.Host {
        @Override
        public boolean wantsAnnotation(String descriptor) {
            return false;
        }

        @Override
        public UsedClasses usedClasses() {
            return UsedClasses.UNKNOWN;
        }

        @Override
        public boolean wantsMethod(String name, String descriptor) {
            return true;
        }

        @Override
        public @Nullable String sourceMap() {
            return null;
        }

        @Override
        public boolean namesMethods() {
            return false;
        }

        @Override
        public int profiled(String name, String descriptor, String file, int[] lines, String[] variables) {
            return 0;
        }

        @Override
        public int firstList(int id, String[] variables) {
            return 0;
        }

        @Override
        public void problem(String method, String why) {
            throw new IllegalStateException(method + " could not be instrumented: " + why);
        }
    }
}

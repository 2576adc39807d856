package org.heapline.agent;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Loads the agent apart from the program: it sees the JDK and the probes, and the program does not see it. */
final class AgentLoader extends URLClassLoader implements Callable<Object[]> {
    static {
        registerAsParallelCapable();
    }

    private final @Nullable Object[] start;

    /** @param start what {@link Startup} is to know, and a place for its failure */
    AgentLoader(File jar, @Nullable Object[] start) throws MalformedURLException {
        super(new URL[] {jar.toURI().toURL()}, platform());
        this.start = start;
    }

    /** What was handed in: for {@link Startup}, which knows this class by no other name than a Java type. */
    @Override
    public @Nullable Object[] call() {
        return start;
    }

    /** The JDK's loader: below the program's class path, but with the management classes. */
    private static @Nullable ClassLoader platform() {
        return ClassLoader.getSystemClassLoader().getParent();
    }
}

package org.heapline.agent;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import org.jspecify.annotations.Nullable;

/** Loads the agent apart from the program: it sees the JDK and the probes, and the program does not see it. */
final class AgentLoader extends URLClassLoader {
    static {
        registerAsParallelCapable();
    }

    AgentLoader(File jar) throws MalformedURLException {
        super(new URL[] {jar.toURI().toURL()}, platform());
    }

    /** The JDK's loader: below the program's class path, but with the management classes. */
    private static @Nullable ClassLoader platform() {
        return ClassLoader.getSystemClassLoader().getParent();
    }
}

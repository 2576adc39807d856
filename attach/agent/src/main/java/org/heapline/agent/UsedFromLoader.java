package org.heapline.agent;

import java.util.Set;
import org.heapline.agent.code.UsedClasses;
import org.jspecify.annotations.Nullable;

/** The classes that a class uses, as its loader finds them. */
final class UsedFromLoader implements UsedClasses {
    private final @Nullable ClassLoader loader;
    private final Set<String> asked;
    private final FoundClasses.@Nullable OfLoader found;

    /**
     * @param asked names that the loader has been asked for, with slashes
     * @param found what it has found; null if that is not known
     */
    UsedFromLoader(@Nullable ClassLoader loader, Set<String> asked, FoundClasses.@Nullable OfLoader found) {
        this.loader = loader;
        this.asked = asked;
        this.found = found;
    }

    @Override
    public boolean canFind(String name) {
        if (loader == null || asked.contains(name) || isLoaded(name)) {
            return true;
        }
        try {
            Class.forName(name.replace('/', '.'), false, loader);
            asked.add(name);
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false; // The program will hear of it, if it ever comes to use it.
        }
    }

    @Override
    public boolean isLoaded(String name) {
        return found != null && found.isLoaded(name);
    }

    @Override
    public boolean isInitialized(String name) {
        return found != null && found.isInitialized(name);
    }

    @Override
    public boolean isEnum(String name) {
        return found != null && found.isEnum(name);
    }
}

package org.heapline.agent.code;

/**
 * What is known of the classes that a class uses when it gets its probes. Names are internal ones, with slashes.
 */
public interface UsedClasses {
    /** Nothing is known but the JDK. */
    UsedClasses UNKNOWN = new UsedClasses() {
        @Override
        public boolean canFind(String name) {
            return true;
        }

        @Override
        public boolean isLoaded(String name) {
            return false;
        }

        @Override
        public boolean isInitialized(String name) {
            return false;
        }

        @Override
        public boolean isEnum(String name) {
            return false;
        }
    };

    /**
     * Whether the loader of the user finds a class of the JDK. If it has not yet it does so now, and not on the line that
     * happens to be the first to use it.
     */
    boolean canFind(String name);

    /** Whether the loader of the user has found it already, so that using it asks no loader any more. */
    boolean isLoaded(String name);

    /** Whether besides it, and all that it may have static fields from, has been initialised. */
    boolean isInitialized(String name);

    /** Whether it is a loaded enum. */
    boolean isEnum(String name);
}

package org.heapline.agent.code;

/**
 * What is known of the classes that a class uses when it gets its probes. Names are internal ones, with slashes; of a
 * class that is not known every answer is false.
 */
public interface UsedClasses {
    /** Nothing is known: of a class that is just being loaded. */
    UsedClasses UNKNOWN = new UsedClasses() {
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

    /** Whether the loader of the user has found it already, so that using it asks no loader any more. */
    boolean isLoaded(String name);

    /** Whether besides it, and all that it may have static fields from, has been initialised. */
    boolean isInitialized(String name);

    /** Whether it is a loaded enum. */
    boolean isEnum(String name);
}

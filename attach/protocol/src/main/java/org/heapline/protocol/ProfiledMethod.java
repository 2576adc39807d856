package org.heapline.protocol;

/** One profiled method of the target. */
public final class ProfiledMethod {
    private final int id;
    private final String className;
    private final String name;
    private final String descriptor;
    private final String file;
    private final String location;
    private final int[] lines;

    /**
     * @param id counts from 0 in the order in which methods were instrumented
     * @param className as in {@link Class#getName()}
     * @param name the method's name, {@code <init>} and {@code <clinit>} included
     * @param descriptor the method's JVM descriptor
     * @param file path of the source file below its root, such as {@code com/acme/Cart.java}; empty if unknown
     * @param location where the class came from, a URL; empty if unknown
     * @param lines the lines that have a counter, ascending
     */
    public ProfiledMethod(
            int id, String className, String name, String descriptor, String file, String location, int[] lines) {
        this.id = id;
        this.className = className;
        this.name = name;
        this.descriptor = descriptor;
        this.file = file;
        this.location = location;
        this.lines = lines.clone();
    }

    public int getId() {
        return id;
    }

    public String getClassName() {
        return className;
    }

    public String getName() {
        return name;
    }

    public String getDescriptor() {
        return descriptor;
    }

    public String getFile() {
        return file;
    }

    public String getLocation() {
        return location;
    }

    public int[] getLines() {
        return lines.clone();
    }
}

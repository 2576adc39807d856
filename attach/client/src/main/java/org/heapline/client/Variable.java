package org.heapline.client;

/**
 * A local, a field or an element of a stopped thread's objects.
 *
 * @param name its name, or {@code [3]}
 * @param type as declared
 * @param value as text, with the class for an object
 * @param count elements of an array or of one of the JDK's collections; -1 for anything else
 * @param shallowBytes the object alone; -1 for a primitive value or null
 * @param deepBytes with all it reaches; -1 for a primitive value or null
 * @param cutOff whether the time to compute the deep size was over: it is at least so much
 * @param opens whether it has children
 */
public record Variable(
        String name,
        String type,
        String value,
        long count,
        long shallowBytes,
        long deepBytes,
        boolean cutOff,
        boolean opens) {}

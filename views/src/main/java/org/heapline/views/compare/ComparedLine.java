package org.heapline.views.compare;

import org.heapline.profile.LineChange;
import org.heapline.profile.MethodStats;

/**
 * A row of the comparison.
 *
 * @param method the method of the line
 * @param change the line in both snapshots
 */
public record ComparedLine(MethodStats method, LineChange change) {
    /** {@code Cart.java:31}. */
    public String place() {
        String file = method.file().substring(method.file().lastIndexOf('/') + 1);
        return (file.isEmpty() ? simpleClass() : file) + ":" + change.line();
    }

    /** {@code Cart.add}. */
    public String where() {
        return simpleClass() + "." + method.method();
    }

    private String simpleClass() {
        return method.className().substring(method.className().lastIndexOf('.') + 1);
    }
}

package org.heapline.views.compare;

import java.util.Locale;
import java.util.stream.Stream;
import org.heapline.profile.LineChange;
import org.heapline.profile.MethodStats;
import org.heapline.views.text.ClassNames;

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
        return (file.isEmpty() ? ClassNames.simple(method.className()) : file) + ":" + change.line();
    }

    /** {@code Cart.add}. */
    public String where() {
        return ClassNames.simple(method.className()) + "." + method.method();
    }

    /** How many executions more there were in the second one. */
    public long occurrences() {
        return change.occurrencesAfter() - change.occurrencesBefore();
    }

    /** Whether a text is part of its place, its method or its code, in small or large letters. */
    boolean matches(String query) {
        String wanted = query.strip().toLowerCase(Locale.ROOT);
        return wanted.isEmpty()
                || Stream.of(method.file() + ":" + change.line(), place(), method.className(), where(), change.text())
                        .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted));
    }
}

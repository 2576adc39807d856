package org.heapline.views.picker;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.heapline.protocol.MethodPattern;
import org.jspecify.annotations.Nullable;

/**
 * What is wanted to be profiled, as a list of method patterns; empty means the application's own classes. Immutable:
 * each change gives a new choice.
 *
 * @param patterns without duplicates, in the order in which they were chosen
 */
public record Choice(List<String> patterns) {
    public Choice {
        patterns = List.copyOf(new LinkedHashSet<>(patterns));
    }

    /** Whether it is the application's own classes. */
    public boolean ownClasses() {
        return patterns.isEmpty();
    }

    /** The pattern that covers the method by name, or null; annotations are not seen from a name. */
    public @Nullable String covering(String className, String method) {
        for (String text : patterns) {
            MethodPattern pattern = MethodPattern.parse(text);
            boolean all = !pattern.namesMethods() && !pattern.isAnnotation();
            if (pattern.matchesClass(className) && (all || pattern.matchesMethod(method))) {
                return text;
            }
        }
        return null;
    }

    /** The pattern that covers the whole class, or null. */
    public @Nullable String covering(String className) {
        for (String text : patterns) {
            MethodPattern pattern = MethodPattern.parse(text);
            boolean all = !pattern.namesMethods() || text.endsWith("#*");
            if (!pattern.isAnnotation() && all && pattern.matchesClass(className)) {
                return text;
            }
        }
        return null;
    }

    /**
     * This choice and one pattern more.
     *
     * @param profiledClasses the classes profiled now. When the choice is the application's own classes, a pattern
     *     beside it would replace it, so it is written out as the packages of these classes first
     */
    public Choice with(String pattern, Supplier<? extends Iterable<String>> profiledClasses) {
        Set<String> wider = new LinkedHashSet<>(patterns);
        if (ownClasses()) {
            for (String className : profiledClasses.get()) {
                wider.add(packagePattern(className));
            }
        }
        wider.add(pattern);
        return new Choice(List.copyOf(wider));
    }

    /** This choice without one of its patterns. */
    public Choice without(String pattern) {
        List<String> rest = new ArrayList<>(patterns);
        rest.remove(pattern);
        return new Choice(rest);
    }

    /**
     * This choice without a method: its own pattern is dropped; a pattern of its whole class is replaced by patterns of
     * the class's other methods.
     *
     * @param siblings the other methods of the class
     * @return null if a wider pattern, such as a package's, covers the method, which only the user can narrow
     */
    public @Nullable Choice withoutMethod(String className, String method, List<String> siblings) {
        String covering = covering(className, method);
        if (covering == null) {
            return ownClasses() ? null : this;
        }
        Set<String> rest = new LinkedHashSet<>(patterns);
        rest.remove(covering);
        if (covering.equals(className) || covering.equals(className + "#*")) {
            for (String sibling : siblings) {
                if (!sibling.equals(method)) {
                    rest.add(className + "#" + sibling);
                }
            }
        } else if (!covering.equals(className + "#" + method)) {
            return null;
        }
        // An empty list would mean the application's own classes: the opposite of what was asked for.
        return rest.isEmpty() ? null : new Choice(List.copyOf(rest)).withoutMethod(className, method, siblings);
    }

    /** Whether this method is all that is chosen: without it nothing would be left. */
    public boolean isOnly(String className, String method) {
        return patterns.size() == 1 && patterns.get(0).equals(className + "#" + method);
    }

    /** {@code com.acme.*} for {@code com.acme.Cart}; the class itself when it is in no package. */
    public static String packagePattern(String className) {
        int dot = className.lastIndexOf('.');
        return dot < 0 ? className : className.substring(0, dot) + ".*";
    }
}

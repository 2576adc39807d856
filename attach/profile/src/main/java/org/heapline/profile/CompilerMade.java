package org.heapline.profile;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Methods that no source declares: lambda bodies, accessors and their like, told by their names. */
final class CompilerMade {
    private static final Pattern NAME =
            Pattern.compile("lambda\\$.*|access\\$.*|\\$.*|.*\\$(?:lambda|anonfun|default)(?:\\$.*)?");
    private static final Pattern DECORATION =
            Pattern.compile("^(?:lambda\\$|access\\$|\\$anonfun\\$)+|\\$(?:lambda|anonfun|default|\\d+)(?:\\$.*)?$");

    private CompilerMade() {}

    static boolean is(String method) {
        return NAME.matcher(method).matches();
    }

    /**
     * The declared method in which a compiler-made one stands: one of the name that it carries, else one whose lines
     * enclose it.
     *
     * @param declared the declared methods of the same class
     */
    static Optional<MethodStats> ownerOf(MethodStats made, List<MethodStats> declared) {
        if (made.lines().isEmpty()) {
            return Optional.empty();
        }
        int line = first(made);
        String name = declaredName(made.method());
        Optional<MethodStats> named = declared.stream()
                .filter(m -> m.method().equals(name) && !m.lines().isEmpty() && first(m) <= line)
                .min(Comparator.<MethodStats>comparingInt(m -> encloses(m, line) ? 0 : 1)
                        .thenComparingInt(m -> line - first(m)));
        return named.or(() -> declared.stream()
                .filter(m -> !m.lines().isEmpty() && encloses(m, line))
                .min(Comparator.comparingInt(m -> last(m) - first(m))));
    }

    private static String declaredName(String made) {
        String name = DECORATION.matcher(made).replaceAll("");
        return switch (name) {
            case "new" -> "<init>";
            case "static" -> "<clinit>";
            default -> name;
        };
    }

    private static boolean encloses(MethodStats method, int line) {
        return first(method) <= line && line <= last(method);
    }

    private static int first(MethodStats method) {
        return method.lines().get(0).line();
    }

    private static int last(MethodStats method) {
        return method.lines().get(method.lines().size() - 1).line();
    }
}

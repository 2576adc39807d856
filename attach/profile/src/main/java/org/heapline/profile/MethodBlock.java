package org.heapline.profile;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A method as it stands in its source, with the compiler-made methods whose code stands inside it.
 *
 * @param method the method that the source declares; a compiler-made one only where its owner is not profiled
 * @param folded the compiler-made methods (lambda bodies and the like) that stand in it
 * @param lines the counters of all of them, see {@link SourceLines}
 */
public record MethodBlock(MethodStats method, List<MethodStats> folded, List<LineStats> lines) {
    public MethodBlock {
        folded = List.copyOf(folded);
        lines = List.copyOf(lines);
    }

    /** Whether anything of it ran. */
    public boolean ran() {
        return lines.stream().anyMatch(LineStats::ran);
    }

    /** The blocks of these methods, in the order in which their declared methods come. */
    public static List<MethodBlock> of(List<MethodStats> methods) {
        Map<String, List<MethodStats>> declared = new LinkedHashMap<>();
        for (MethodStats method : methods) {
            if (!CompilerMade.is(method.method())) {
                declared.computeIfAbsent(scope(method), unused -> new ArrayList<>())
                        .add(method);
            }
        }
        // By identity: two loaders may have defined the same class with the same counts.
        Map<MethodStats, List<MethodStats>> blocks = new IdentityHashMap<>();
        List<MethodStats> order = new ArrayList<>();
        for (MethodStats method : methods) {
            Optional<MethodStats> owner = CompilerMade.is(method.method())
                    ? CompilerMade.ownerOf(method, declared.getOrDefault(scope(method), List.of()))
                    : Optional.empty();
            List<MethodStats> folded = blocks.computeIfAbsent(owner.orElse(method), first -> {
                order.add(first);
                return new ArrayList<>();
            });
            owner.ifPresent(unused -> folded.add(method));
        }
        List<MethodBlock> result = new ArrayList<>(order.size());
        for (MethodStats method : order) {
            List<MethodStats> folded = blocks.getOrDefault(method, List.of());
            List<MethodStats> all = new ArrayList<>(folded);
            all.add(0, method);
            result.add(new MethodBlock(method, folded, SourceLines.merge(all)));
        }
        return result;
    }

    private static String scope(MethodStats method) {
        return method.className() + '\n' + method.location();
    }
}

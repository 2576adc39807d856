package org.heapline.tests.harness;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a JVM lays out objects, by its options. The rules are those of HotSpot: a header, the array's length, elements or
 * fields each at a multiple of its size, and the whole rounded up.
 *
 * @param header bytes of an object's header
 * @param reference bytes of a reference
 * @param alignment of every object
 */
public record Layout(int header, int reference, int alignment) {
    private static final Map<String, Integer> SIZES = Map.of(
            "byte", 1, "boolean", 1, "short", 2, "char", 2, "int", 4, "float", 4, "long", 8, "double", 8, "ref", 0);

    /** The layout of a JVM that runs. */
    public static Layout of(TargetProgram target) {
        Map<String, String> flags = new HashMap<>();
        for (String flag : target.ask("flags UseCompressedOops UseCompressedClassPointers UseCompactObjectHeaders"
                        + " ObjectAlignmentInBytes")
                .split(" ")) {
            String[] parts = flag.split("=");
            flags.put(parts[0], parts[1]);
        }
        boolean compact = "true".equals(flags.get("UseCompactObjectHeaders"));
        boolean compressed = "true".equals(flags.get("UseCompressedClassPointers"));
        return new Layout(
                compact ? 8 : compressed ? 12 : 16,
                "true".equals(flags.get("UseCompressedOops")) ? 4 : 8,
                Integer.parseInt(flags.getOrDefault("ObjectAlignmentInBytes", "8")));
    }

    /** Bytes of an array. */
    public long array(String element, long length) {
        int size = sizeOf(element);
        return align(up(header + 4L, size) + size * length, alignment);
    }

    /** Bytes of an object with fields of these types, those it inherits among them: the large ones find a place first. */
    public long object(List<String> fields) {
        BitSet taken = new BitSet();
        taken.set(0, header);
        fields.stream()
                .map(String::strip)
                .sorted((a, b) -> rank(b) - rank(a))
                .forEach(field -> place(taken, sizeOf(field)));
        return align(taken.length(), alignment);
    }

    /** Bytes of a string of so many Latin characters, made at run time. */
    public long string(long length) {
        return object(List.of("ref", "int", "byte", "boolean")) + array("byte", length);
    }

    private static void place(BitSet taken, int size) {
        int at = 0;
        while (!taken.get(at, at + size).isEmpty()) {
            at += size;
        }
        taken.set(at, at + size);
    }

    private static int rank(String field) {
        return SIZES.getOrDefault(field, 0);
    }

    private int sizeOf(String type) {
        Integer size = SIZES.get(type);
        if (size == null) {
            throw new IllegalArgumentException(type + " is not one of " + SIZES.keySet());
        }
        return size == 0 ? reference : size;
    }

    private static long up(long bytes, int size) {
        return align(bytes, Math.max(4, size));
    }

    private static long align(long bytes, int to) {
        return (bytes + to - 1) / to * to;
    }
}

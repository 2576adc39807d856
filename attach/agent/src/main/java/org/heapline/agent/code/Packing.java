package org.heapline.agent.code;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/** How the locals of a place are packed: those of a kind beside each other, some in each call, and how they come out. */
public enum Packing {
    REFERENCES("Ljava/lang/Object;", Type.OBJECT, Type.ARRAY),
    INTS("I", Type.INT, Type.SHORT, Type.BYTE, Type.CHAR, Type.BOOLEAN),
    LONGS("J", Type.LONG),
    FLOATS("F", Type.FLOAT),
    DOUBLES("D", Type.DOUBLE);

    /** A kind comes in calls of so many, or of twice as many; what is missing is null or 0. */
    static final int TOGETHER = 3;

    final String descriptor;
    private final int[] sorts;

    Packing(String descriptor, int... sorts) {
        this.descriptor = descriptor;
        this.sorts = sorts;
    }

    boolean has(Type type) {
        for (int sort : sorts) {
            if (sort == type.getSort()) {
                return true;
            }
        }
        return false;
    }

    /**
     * The values of locals by their names.
     *
     * @param names {@code name|type} of each, a line each; empty for none
     * @param packed as a thread brought them that stopped
     * @return in the order of the names
     */
    public static Object[] unpack(String names, Object[] packed) {
        if (names.isEmpty()) {
            return packed;
        }
        List<Type> types = new ArrayList<>();
        for (String each : names.split("\n")) {
            types.add(typeOf(each.substring(each.lastIndexOf('|') + 1)));
        }
        Object[] values = new Object[types.size()];
        int at = 0;
        for (Packing kind : values()) {
            int first = at;
            for (int i = 0; i < values.length; i++) {
                if (kind.has(types.get(i))) {
                    values[i] = valueOf(packed[at++], types.get(i));
                }
            }
            at += (TOGETHER - (at - first) % TOGETHER) % TOGETHER;
        }
        return values;
    }

    /** Of what {@link Type#getClassName} tells. */
    private static Type typeOf(String name) {
        Type[] primitives = {
            Type.INT_TYPE,
            Type.LONG_TYPE,
            Type.BOOLEAN_TYPE,
            Type.CHAR_TYPE,
            Type.BYTE_TYPE,
            Type.SHORT_TYPE,
            Type.FLOAT_TYPE,
            Type.DOUBLE_TYPE
        };
        for (Type each : primitives) {
            if (each.getClassName().equals(name)) {
                return each;
            }
        }
        return Type.getObjectType("java/lang/Object");
    }

    private static @Nullable Object valueOf(@Nullable Object packed, Type type) {
        switch (type.getSort()) {
            case Type.BOOLEAN:
                return intOf(packed) != 0;
            case Type.CHAR:
                return (char) intOf(packed);
            case Type.BYTE:
                return (byte) intOf(packed);
            case Type.SHORT:
                return (short) intOf(packed);
            default:
                return packed;
        }
    }

    private static int intOf(@Nullable Object packed) {
        return packed == null ? 0 : (Integer) packed;
    }
}

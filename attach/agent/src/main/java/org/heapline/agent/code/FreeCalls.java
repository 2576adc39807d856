package org.heapline.agent.code;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Methods of the JDK that are known never to allocate when they return normally, and to return soon. None of them can be
 * overridden, and none calls code that is handed to it. Those that need classes beyond their own at their first call find
 * them initialised, once {@link #prepare} has been called.
 */
public final class FreeCalls {
    private static final Map<String, Set<String>> STATIC = new HashMap<>();
    private static final Map<String, Set<String>> VIRTUAL = new HashMap<>();

    static {
        virtual(
                "lang/String",
                "charAt length isEmpty equals hashCode startsWith endsWith indexOf lastIndexOf compareTo");
        virtual("lang/StringBuilder", "charAt length");
        virtual("lang/Enum", "ordinal name");
        for (String box : "Byte Short Integer Long Float Double Character Boolean".split(" ")) {
            virtual(
                    "lang/" + box,
                    "byteValue shortValue intValue longValue floatValue doubleValue charValue booleanValue");
            virtual("lang/" + box, "equals hashCode compareTo isNaN isInfinite");
        }
        for (String number : "AtomicInteger AtomicLong".split(" ")) {
            virtual("util/concurrent/atomic/" + number, "get set lazySet getAndSet compareAndSet getAndAdd addAndGet");
            virtual(
                    "util/concurrent/atomic/" + number,
                    "getAndIncrement getAndDecrement incrementAndGet decrementAndGet");
        }
        for (String whole : "Integer Long".split(" ")) {
            unbound("lang/" + whole, "sum max min bitCount signum numberOfLeadingZeros numberOfTrailingZeros");
            unbound("lang/" + whole, "highestOneBit lowestOneBit rotateLeft rotateRight reverse reverseBytes");
            unbound("lang/" + whole, "compare hashCode parseInt(Ljava/lang/String;)I parseLong(Ljava/lang/String;)J");
        }
        unbound("lang/Integer", "toUnsignedLong");
        unbound("lang/Byte", "compare hashCode toUnsignedInt toUnsignedLong");
        unbound("lang/Short", "compare hashCode toUnsignedInt toUnsignedLong reverseBytes");
        unbound("lang/Float", "compare hashCode sum max min isNaN isInfinite");
        unbound("lang/Float", "floatToIntBits floatToRawIntBits intBitsToFloat");
        unbound("lang/Double", "compare hashCode sum max min isNaN isInfinite");
        unbound("lang/Double", "doubleToLongBits doubleToRawLongBits longBitsToDouble");
        unbound("lang/Boolean", "compare hashCode logicalAnd logicalOr logicalXor");
        // Characters beyond 16 bits have a class for each plane, which the JVM initialises when it is first needed.
        unbound("lang/Character", "compare hashCode isSurrogate isHighSurrogate isLowSurrogate digit(CI)I");
        unbound("lang/Character", "isDigit(C)Z isLetter(C)Z isLetterOrDigit(C)Z isWhitespace(C)Z isSpaceChar(C)Z");
        unbound(
                "lang/Character",
                "isUpperCase(C)Z isLowerCase(C)Z toUpperCase(C)C toLowerCase(C)C getNumericValue(C)I");
        unbound("lang/Math", "abs min max sqrt sin cos tan exp log log10 pow floor ceil rint round signum");
        unbound("lang/Math", "floorMod floorDiv addExact subtractExact multiplyExact negateExact toIntExact");
        unbound("lang/Math", "incrementExact decrementExact");
        unbound("lang/System", "nanoTime currentTimeMillis arraycopy identityHashCode");
        unbound("lang/Thread", "currentThread");
        unbound("util/Objects", "requireNonNull(Ljava/lang/Object;)Ljava/lang/Object; isNull nonNull");
    }

    private FreeCalls() {}

    private static void virtual(String owner, String methods) {
        put(VIRTUAL, owner, methods);
    }

    private static void unbound(String owner, String methods) {
        put(STATIC, owner, methods);
    }

    /** Methods with their descriptor, or without one for all of the name. */
    private static void put(Map<String, Set<String>> calls, String owner, String methods) {
        String name = "java/" + owner;
        Set<String> known = calls.get(name);
        if (known == null) {
            known = new HashSet<>();
            calls.put(name, known);
        }
        Collections.addAll(known, methods.split(" "));
    }

    static boolean contain(MethodInsnNode call) {
        Set<String> known = (call.getOpcode() == Opcodes.INVOKESTATIC ? STATIC : VIRTUAL).get(call.owner);
        return known != null && (known.contains(call.name) || known.contains(call.name + call.desc));
    }

    /**
     * Has the JVM initialise what they need: else the line that happens to be the first to call one would pay for it.
     *
     * @return of no meaning
     */
    public static double prepare() {
        double sum = Character.toLowerCase('\u0410')
                + Character.digit('7', 10)
                + Integer.parseInt("7")
                + Long.parseLong("7");
        sum += Math.sin(sum) + Math.cos(sum) + Math.tan(sum) + Math.exp(1 / sum) + Math.log(sum) + Math.log10(sum);
        sum += Math.pow(sum, 1 / sum) + Math.floor(sum) + Math.ceil(sum) + Math.rint(sum) + Math.round(sum);
        return sum + Math.floorMod((long) sum, 7) + Math.signum(sum);
    }
}

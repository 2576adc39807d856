package org.heapline.profile;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sizes of memory as people write them: {@code 512MiB}, {@code 512MB}, {@code 512m}, {@code 1.5g}, {@code 900k}.
 *
 * <p>All units are powers of two, as with {@code -Xmx}; a number alone is MiB, as with memory_profiler's MAXMEM; a
 * {@code b} alone is bytes.
 */
public final class ByteSize {
    private static final Pattern SIZE = Pattern.compile("([0-9]+(?:\\.[0-9]+)?|\\.[0-9]+)\\s*([kmgt]?)(i?b)?");
    private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE);

    private ByteSize() {}

    /**
     * Reads a size.
     *
     * @return bytes, at least 1
     * @throws IllegalArgumentException with one line that says what is wrong and gives examples
     */
    public static long parse(String text) {
        Matcher matcher = SIZE.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()
                || ("ib".equals(matcher.group(3)) && matcher.group(2).isEmpty())) {
            throw bad(text, "is not a size");
        }
        BigDecimal bytes = new BigDecimal(matcher.group(1)).multiply(unit(matcher.group(2), matcher.group(3) != null));
        if (bytes.compareTo(LARGEST) > 0) {
            throw bad(text, "is more than a JVM can have");
        }
        if (bytes.longValue() < 1) {
            throw bad(text, "is less than one byte");
        }
        return bytes.longValue();
    }

    private static BigDecimal unit(String letter, boolean bytes) {
        int power =
                switch (letter) {
                    case "k" -> 10;
                    case "g" -> 30;
                    case "t" -> 40;
                    case "m" -> 20;
                    default -> bytes ? 0 : 20;
                };
        return BigDecimal.valueOf(1L << power);
    }

    private static IllegalArgumentException bad(String text, String why) {
        return new IllegalArgumentException(
                "'" + text + "' " + why + "; write for example 512MiB, 512m, 1.5g, or 512 for 512 MiB");
    }
}

package org.heapline.profile;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Amounts of memory as a user writes and reads them.
 *
 * <p>Every unit is a power of 1024, as in {@code -Xmx512m}: {@code k}, {@code KB} and {@code KiB} are all 1,024 bytes,
 * and so on for m, g and t. Case does not matter; {@code b} alone is bytes. A number without a unit is MiB, as
 * with memory_profiler's MAXMEM.
 */
public final class MemorySize {
    private static final Pattern FORM = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(b|[kmgt](?:i?b)?)?");
    private static final Map<Character, Integer> POWERS = Map.of('b', 0, 'k', 1, 'm', 2, 'g', 3, 't', 4);
    private static final int MEBI = 2;
    private static final String[] UNITS = {"KiB", "MiB", "GiB", "TiB"};
    private static final String EXAMPLES =
            "write a number above 0 with a unit, such as 512MiB, 512m, 1.5g or 64k (units are powers of 1024;"
                    + " a bare number is MiB)";

    private MemorySize() {}

    /**
     * Reads a size.
     *
     * @param text such as {@code 512}, {@code 512MiB}, {@code 512m}, {@code 1.5g}
     * @return bytes, at least 1
     * @throws IllegalArgumentException if it is no size, is 0, or does not fit; the message names the text, the reason
     *     and examples
     */
    public static long parse(String text) {
        Matcher size = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!size.matches()) {
            throw refused(text, text.strip().startsWith("-") ? "is negative" : "is not a size");
        }
        String unit = size.group(2);
        BigDecimal number = new BigDecimal(size.group(1));
        int power = unit == null ? MEBI : POWERS.getOrDefault(unit.charAt(0), 0);
        BigDecimal bytes = number.multiply(BigDecimal.valueOf(1L << (10 * power)));
        if (bytes.compareTo(BigDecimal.ONE) < 0) {
            throw refused(text, "is less than one byte");
        }
        if (bytes.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            throw refused(text, "is more than any machine has");
        }
        return bytes.longValue();
    }

    /**
     * A size for reading, with one decimal and the largest unit that leaves at least 1: {@code 412.3 MiB},
     * {@code 17 B}, {@code -1.5 KiB}.
     *
     * @param bytes any number
     */
    public static String format(long bytes) {
        double size = bytes;
        int unit = -1;
        // 1023.95 would print as 1024.0 of the smaller unit.
        while (Math.abs(size) >= (unit < 0 ? 1024 : 1023.95) && unit < UNITS.length - 1) {
            size /= 1024;
            unit++;
        }
        return unit < 0 ? bytes + " B" : String.format(Locale.ROOT, "%.1f %s", size, UNITS[unit]);
    }

    private static IllegalArgumentException refused(String text, String reason) {
        return new IllegalArgumentException("\"" + text + "\" " + reason + ": " + EXAMPLES);
    }
}

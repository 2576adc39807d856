package org.heapline.client.trip;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.heapline.client.MaxMem;
import org.heapline.profile.MemorySize;
import org.jspecify.annotations.Nullable;

/**
 * A limit as it is written: {@code 512MiB}, {@code 80%}, {@code live=80%}, {@code rate=64MiB/min}. One of a line or a
 * call needs its unit, for there a number alone is seldom meant as MiB.
 *
 * @param memory what is limited, or null if that is said elsewhere
 * @param bytes 0 if it is a percentage
 * @param percent 0 if it is bytes
 * @param perMinute whether it was written as growth
 */
public record LimitSize(MaxMem.@Nullable Memory memory, long bytes, double percent, boolean perMinute) {
    private static final Pattern FORM = Pattern.compile("(?:([a-z]+)=)?(.+?)(/min)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern PERCENT = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)\\s*%");
    private static final Pattern NUMBER = Pattern.compile("[0-9.]+");
    private static final double MOST = 100;

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException if it is none; the message is fit for a user
     */
    public static LimitSize parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a limit; write for example 512MiB or 80%");
        }
        boolean perMinute = form.group(3) != null;
        MaxMem.Memory memory =
                form.group(1) == null ? null : memory(form.group(1).toLowerCase(Locale.ROOT));
        if (perMinute && memory == null) {
            memory = MaxMem.Memory.RATE;
        }
        Matcher percent = PERCENT.matcher(form.group(2).strip());
        if (percent.matches()) {
            double share = Double.parseDouble(percent.group(1));
            if (share <= 0 || share > MOST || perMinute) {
                throw new IllegalArgumentException(
                        "'" + text + "' is not a share: write more than 0% and at most 100%");
            }
            return new LimitSize(memory, 0, share, false);
        }
        requireUnit(text, memory, form.group(2).strip());
        return new LimitSize(memory, MemorySize.parse(form.group(2)), 0, perMinute);
    }

    /** A line or a call takes little: who writes 1000 there hardly means 1,000 MiB, and would wait for ever. */
    private static void requireUnit(String text, MaxMem.@Nullable Memory memory, String size) {
        if ((memory == MaxMem.Memory.LINE || memory == MaxMem.Memory.CALL)
                && NUMBER.matcher(size).matches()) {
            String name = memory.name().toLowerCase(Locale.ROOT);
            throw new IllegalArgumentException("'" + text + "' has no unit, and a number alone means MiB: write " + name
                    + "=" + size + "B for bytes, or " + name + "=" + size + "MiB");
        }
    }

    /** A share as it is written: {@code 80%}, {@code 12.5%}. */
    public static String percent(double percent) {
        return BigDecimal.valueOf(percent).stripTrailingZeros().toPlainString() + "%";
    }

    /**
     * A memory by its name.
     *
     * @throws IllegalArgumentException if there is none of that name; the message is fit for a user
     */
    public static MaxMem.Memory memory(String text) {
        return Arrays.stream(MaxMem.Memory.values())
                .filter(memory -> memory.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is not a memory; choose "
                        + Arrays.stream(MaxMem.Memory.values())
                                .map(memory -> memory.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))));
    }
}

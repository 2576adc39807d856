package org.heapline.app.cli;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heapline.client.MaxMem;
import org.heapline.profile.MemorySize;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A limit as it is written: {@code 512MiB}, {@code 80%}, {@code live=80%}, {@code rate=64MiB/min}.
 *
 * @param memory what is limited, or null if that is said elsewhere
 * @param bytes 0 if it is a percentage
 * @param percent 0 if it is bytes
 * @param perMinute whether it was written as growth
 */
record LimitSize(MaxMem.@Nullable Memory memory, long bytes, double percent, boolean perMinute) {
    private static final Pattern FORM = Pattern.compile("(?:([a-z]+)=)?(.+?)(/min)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern PERCENT = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)\\s*%");
    private static final double MOST = 100;

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException if it is none; the message is fit for a user
     */
    static LimitSize parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a limit; write for example 512MiB or 80%");
        }
        boolean perMinute = form.group(3) != null;
        MaxMem.Memory memory =
                form.group(1) == null ? null : Choices.memory(form.group(1).toLowerCase(Locale.ROOT));
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
        return new LimitSize(memory, MemorySize.parse(form.group(2)), 0, perMinute);
    }

    /** For {@code --max-mem}. */
    static final class Converter implements ITypeConverter<LimitSize> {
        @Override
        public LimitSize convert(String text) {
            try {
                return parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}

package org.heapline.app.cli;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Durations as people write them: {@code 500ms}, {@code 10s}, {@code 2m}, {@code 1.5h}; a number alone is seconds. */
final class Durations {
    private static final Pattern DURATION = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)\\s*(ms|s|m|min|h)?");
    private static final Duration LONGEST = Duration.ofDays(365);

    private Durations() {}

    /** Reads how long to profile: more than nothing, at most a year. */
    static Duration parse(String text) {
        Matcher matcher = DURATION.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw bad(text, "is not a duration");
        }
        BigDecimal nanos = new BigDecimal(matcher.group(1)).multiply(nanosOf(matcher.group(2)));
        if (nanos.compareTo(BigDecimal.valueOf(LONGEST.toNanos())) > 0) {
            throw bad(text, "is longer than a year");
        }
        if (nanos.longValue() < 1) {
            throw bad(text, "is no time at all");
        }
        return Duration.ofNanos(nanos.longValue());
    }

    private static BigDecimal nanosOf(String unit) {
        if (unit == null) {
            return BigDecimal.valueOf(1_000_000_000L);
        }
        return BigDecimal.valueOf(
                switch (unit) {
                    case "ms" -> 1_000_000L;
                    case "h" -> 3_600_000_000_000L;
                    case "m", "min" -> 60_000_000_000L;
                    default -> 1_000_000_000L;
                });
    }

    private static TypeConversionException bad(String text, String why) {
        return new TypeConversionException("'" + text + "' " + why + "; write for example 500ms, 10s, 2m or 1h");
    }

    /** For {@code --duration}. */
    static final class Length implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            return parse(text);
        }
    }

    /** For {@code --interval}: what a session can keep up with. */
    static final class Interval implements ITypeConverter<Duration> {
        private static final Duration SHORTEST = Duration.ofMillis(10);
        private static final Duration LONGEST = Duration.ofMinutes(1);

        @Override
        public Duration convert(String text) {
            Duration interval = parse(text);
            if (interval.compareTo(SHORTEST) < 0 || interval.compareTo(LONGEST) > 0) {
                throw new TypeConversionException("'" + text + "' is outside of what is possible: 10ms to 1m");
            }
            return interval;
        }
    }
}

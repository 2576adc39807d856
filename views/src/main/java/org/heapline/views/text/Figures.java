package org.heapline.views.text;

import java.time.Duration;
import java.util.Locale;

/**
 * How figures are written on the screens: groups of three with a gap, the decimal mark of the language that is spoken,
 * MiB = 2^20 bytes.
 */
public final class Figures {
    static final char GAP = '\u00a0';
    private static final double KIB = 1024;
    private static final double MIB = 1024 * KIB;
    private static final double GIB = 1024 * MIB;

    private Figures() {}

    /** A count: {@code 148 210}. */
    public static String count(long value) {
        return written(String.format(Locale.ROOT, "%,d", value));
    }

    /** Bytes as a number of MiB with one decimal and no unit, for columns: {@code 8 214.6}. */
    public static String mib(long bytes) {
        return written(String.format(Locale.ROOT, "%,.1f", bytes / MIB));
    }

    /** Bytes with the unit that fits: {@code 2.7 KiB}, {@code 412 MiB}, {@code 1.25 GiB}. */
    public static String bytes(long bytes) {
        double size = Math.abs((double) bytes);
        if (size < KIB) {
            return bytes + " B";
        }
        if (size < MIB) {
            return scaled(bytes / KIB) + " KiB";
        }
        return size < GIB ? scaled(bytes / MIB) + " MiB" : decimal(bytes / GIB, 2) + " GiB";
    }

    /** A share of 1 in whole percent: {@code 61 %}. */
    public static String percent(double share) {
        return Math.round(share * 100) + " %";
    }

    /** A time that runs: {@code 02:41}, {@code 1:02:41}. */
    public static String clock(Duration time) {
        long seconds = time.toSeconds();
        return seconds < 3600
                ? String.format(Locale.ROOT, "%02d:%02d", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    /** A short stretch of time: {@code 850 ms}, {@code 12.5 s}, {@code 3 min 20 s}. */
    public static String seconds(long millis) {
        if (millis < 1_000) {
            return millis + " ms";
        }
        long seconds = Math.round(millis / 1000.0);
        return seconds < 60 ? decimal(millis / 1000.0, 1) + " s" : seconds / 60 + " min " + seconds % 60 + " s";
    }

    /** How long something has been up: {@code 12 s}, {@code 9 min}, {@code 2 h 14 min}, {@code 6 d}. */
    public static String uptime(Duration time) {
        if (time.toMinutes() < 1) {
            return Math.max(0, time.toSeconds()) + " s";
        }
        if (time.toHours() < 1) {
            return time.toMinutes() + " min";
        }
        return time.toDays() < 1 ? time.toHours() + " h " + time.toMinutesPart() + " min" : time.toDays() + " d";
    }

    /** A number with so many decimals: {@code 8 214.60}, in German {@code 8 214,60}. */
    public static String decimal(double value, int decimals) {
        return written(String.format(Locale.ROOT, "%,." + decimals + "f", value));
    }

    /** A number with its sign and so many decimals: {@code +12.4}. */
    public static String signed(double value, int decimals) {
        return written(String.format(Locale.ROOT, "%+,." + decimals + "f", value));
    }

    /** The decimal mark of the language that is spoken. */
    static char decimalMark() {
        return Messages.language().getLanguage().equals(Locale.GERMAN.getLanguage()) ? ',' : '.';
    }

    /** What a user has typed, with a decimal point in place of the language's own mark. */
    public static String pointed(String typed) {
        return typed.replace(decimalMark(), '.');
    }

    private static String scaled(double value) {
        return written(String.format(Locale.ROOT, Math.abs(value) < 100 ? "%.1f" : "%.0f", value));
    }

    private static String written(String english) {
        StringBuilder text = new StringBuilder(english);
        char mark = decimalMark();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == ',') {
                text.setCharAt(i, GAP);
            } else if (text.charAt(i) == '.') {
                text.setCharAt(i, mark);
            }
        }
        return text.toString();
    }
}

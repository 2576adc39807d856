package org.heapline.views.text;

import java.time.Duration;
import java.util.Locale;

/**
 * How figures are written on the screens: groups of three with a gap, the decimal mark of the language that is spoken,
 * MiB = 2^20 bytes.
 */
public final class Figures {
    static final char GAP = '\u00a0';
    private static final int KIB_BITS = 10;
    private static final int MIB_BITS = 20;
    private static final int GIB_BITS = 30;

    /** Bytes are written with decimals up to so many units. */
    private static final long SMALL = 100;

    private static final int GROUP = 3;

    private Figures() {}

    /** A count: {@code 148 210}. */
    public static String count(long value) {
        return number(value < 0, Math.abs(value), true, 0, 0);
    }

    /** Bytes as a number of MiB with one decimal and no unit, for columns: {@code 8 214.6}. */
    public static String mib(long bytes) {
        return units(bytes, MIB_BITS, 1, true);
    }

    /** Bytes with the unit that fits: {@code 2.7 KiB}, {@code 412 MiB}, {@code 1.25 GiB}. */
    public static String bytes(long bytes) {
        long size = Math.abs(bytes);
        if (size < 1L << KIB_BITS) {
            return bytes + " B";
        }
        if (size < 1L << MIB_BITS) {
            return units(bytes, KIB_BITS, size < SMALL << KIB_BITS ? 1 : 0, false) + " KiB";
        }
        return size < 1L << GIB_BITS
                ? units(bytes, MIB_BITS, size < SMALL << MIB_BITS ? 1 : 0, false) + " MiB"
                : units(bytes, GIB_BITS, 2, true) + " GiB";
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

    /**
     * Bytes in units of a power of two, halves rounded up. Hundreds of figures move ten times a second: a formatter
     * takes ten times as long.
     */
    private static String units(long bytes, int bits, int decimals, boolean grouped) {
        long size = Math.abs(bytes);
        long whole = size >>> bits;
        long rest = size & (1L << bits) - 1;
        int parts = decimals == 0 ? 1 : decimals == 1 ? 10 : 100;
        long fraction = rest * parts + (1L << bits - 1) >>> bits;
        if (fraction == parts) {
            whole++;
            fraction = 0;
        }
        return number(bytes < 0, whole, grouped, fraction, decimals);
    }

    private static String number(boolean negative, long whole, boolean grouped, long fraction, int decimals) {
        StringBuilder text = new StringBuilder(24);
        if (negative) {
            text.append('-');
        }
        int begin = text.length();
        text.append(whole);
        for (int at = text.length() - GROUP; grouped && at > begin; at -= GROUP) {
            text.insert(at, GAP);
        }
        if (decimals > 0) {
            text.append(decimalMark());
            if (decimals == 2 && fraction < 10) {
                text.append('0');
            }
            text.append(fraction);
        }
        return text.toString();
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

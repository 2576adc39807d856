package org.heapline.views.text;

import java.time.Duration;
import java.util.Locale;

/** How figures are written on the screens: groups of three with a gap, MiB = 2^20 bytes. */
public final class Figures {
    private static final char GAP = '\u00a0';
    private static final double KIB = 1024;
    private static final double MIB = 1024 * KIB;
    private static final double GIB = 1024 * MIB;

    private Figures() {}

    /** A count: {@code 148 210}. */
    public static String count(long value) {
        return grouped(String.format(Locale.ROOT, "%,d", value));
    }

    /** Bytes as a number of MiB with one decimal and no unit, for columns: {@code 8 214.6}. */
    public static String mib(long bytes) {
        return grouped(String.format(Locale.ROOT, "%,.1f", bytes / MIB));
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
        return size < GIB ? scaled(bytes / MIB) + " MiB" : String.format(Locale.ROOT, "%.2f GiB", bytes / GIB);
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
        return seconds < 60
                ? String.format(Locale.ROOT, "%.1f s", millis / 1000.0)
                : seconds / 60 + " min " + seconds % 60 + " s";
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

    private static String scaled(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < 100 ? "%.1f" : "%.0f", value);
    }

    private static String grouped(String english) {
        return english.replace(',', GAP);
    }
}

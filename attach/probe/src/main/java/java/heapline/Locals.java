package java.heapline;

/**
 * Packs the locals of a frame where it stops. Instrumented code pushes some and calls one of these, again and again: an
 * array that it fills itself takes three times the code at each place where a thread may stop, and nearly none of that
 * ever runs. Numbers are boxed here, for what instrumented code keeps across calls makes its frames larger.
 *
 * <p>Each method packs what it is given behind what was packed {@code before}, null for nothing, and returns all. Written
 * out, and with more than 35 bytes of code, so that HotSpot's quick compiler, which also compiles what never runs, inlines
 * none of it.
 */
public final class Locals {
    private Locals() {}

    /** Up to three references, with null for those that are not. */
    public static Object[] and(Object[] before, Object a, Object b, Object c) {
        Object[] all = grown(before, 3);
        int at = all.length;
        all[at - 3] = a;
        all[at - 2] = b;
        all[at - 1] = c;
        return all;
    }

    /** Up to six references, with null for those that are not. */
    public static Object[] and(Object[] before, Object a, Object b, Object c, Object d, Object e, Object f) {
        Object[] all = grown(before, 6);
        int at = all.length;
        all[at - 6] = a;
        all[at - 5] = b;
        all[at - 4] = c;
        all[at - 3] = d;
        all[at - 2] = e;
        all[at - 1] = f;
        return all;
    }

    /** Up to three of {@code int}, {@code short}, {@code byte}, {@code char} and {@code boolean}, all as {@code Integer}. */
    public static Object[] and(Object[] before, int a, int b, int c) {
        Object[] all = grown(before, 3);
        int at = all.length;
        all[at - 3] = Integer.valueOf(a);
        all[at - 2] = Integer.valueOf(b);
        all[at - 1] = Integer.valueOf(c);
        return all;
    }

    /** Up to three of {@code long}. */
    public static Object[] and(Object[] before, long a, long b, long c) {
        Object[] all = grown(before, 3);
        int at = all.length;
        all[at - 3] = Long.valueOf(a);
        all[at - 2] = Long.valueOf(b);
        all[at - 1] = Long.valueOf(c);
        return all;
    }

    /** Up to three of {@code float}. */
    public static Object[] and(Object[] before, float a, float b, float c) {
        Object[] all = grown(before, 3);
        int at = all.length;
        all[at - 3] = Float.valueOf(a);
        all[at - 2] = Float.valueOf(b);
        all[at - 1] = Float.valueOf(c);
        return all;
    }

    /** Up to three of {@code double}. */
    public static Object[] and(Object[] before, double a, double b, double c) {
        Object[] all = grown(before, 3);
        int at = all.length;
        all[at - 3] = Double.valueOf(a);
        all[at - 2] = Double.valueOf(b);
        all[at - 1] = Double.valueOf(c);
        return all;
    }

    private static Object[] grown(Object[] before, int more) {
        if (before == null) {
            return new Object[more];
        }
        Object[] all = new Object[before.length + more];
        System.arraycopy(before, 0, all, 0, before.length);
        return all;
    }
}

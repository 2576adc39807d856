package java.heapline;

/**
 * Packs the locals of a frame where it stops. Instrumented code pushes them and calls one of these: an array that it
 * fills itself takes three times the code at each place where a thread may stop, and nearly none of that ever runs.
 */
public final class Locals {
    private Locals() {}

    /** Up to three locals, with null for those that are not. */
    public static Object[] of(Object a, Object b, Object c) {
        return new Object[] {a, b, c};
    }

    /** Up to six locals, with null for those that are not. */
    public static Object[] of(Object a, Object b, Object c, Object d, Object e, Object f) {
        return new Object[] {a, b, c, d, e, f};
    }

    /** The locals before, and those of one more call. */
    public static Object[] and(Object[] before, Object[] more) {
        Object[] all = new Object[before.length + more.length];
        System.arraycopy(before, 0, all, 0, before.length);
        System.arraycopy(more, 0, all, before.length, more.length);
        return all;
    }
}

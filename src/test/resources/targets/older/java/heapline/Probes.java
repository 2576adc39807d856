package java.heapline;

/** What a session of another release has left in a program. */
public final class Probes {
    private Probes() {}
}

package org.heapline.targets.known;

/** Loaded, and not initialised before it is used. */
final class Late {
    static final byte[] TABLE = new byte[4000];

    private Late() {}
}

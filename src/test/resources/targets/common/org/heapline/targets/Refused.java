package org.heapline.targets;

/** A class of a library, which is not profiled: its constructor takes memory and throws. */
public class Refused {
    private final byte[] made;

    protected Refused(byte[] given, int size, RuntimeException why) {
        made = new byte[size];
        Commands.sink = given;
        Commands.sink = made;
        throw why;
    }
}

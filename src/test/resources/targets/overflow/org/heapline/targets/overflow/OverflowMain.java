package org.heapline.targets.overflow;

import java.io.IOException;
import org.heapline.targets.Commands;

/** Fills its stack when told to. */
public final class OverflowMain {
    private OverflowMain() {}

    public static void main(String[] args) throws IOException {
        new Commands().work("Overflow", Overflow::work).warmUp().serve();
    }
}

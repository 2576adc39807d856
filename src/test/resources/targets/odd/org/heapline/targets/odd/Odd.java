package org.heapline.targets.odd;

import org.heapline.targets.Commands;

/** An abstract method, a native one, and one that is there to be profiled. */
abstract class Odd {
    static void work() {
        Commands.sink = new byte[100]; // plain
        Commands.sink = new Concrete().make();
        try {
            Large.fill();
            nowhere();
        } catch (UnsatisfiedLinkError e) {
            Commands.sink = e;
        }
    }

    abstract byte[] make();

    private static native void nowhere();

    private static final class Concrete extends Odd {
        @Override
        byte[] make() {
            return new byte[200]; // concrete
        }
    }
}

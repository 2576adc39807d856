package org.heapline.agent;

import java.util.concurrent.TimeUnit;

/**
 * The time in which a program that was started with the agent loads its classes one by one, and each gets its probes while
 * the program waits: C2 leaves the agent's code alone until the program has calmed down. It has to from the very first
 * class on, for what C2 has in its queue it compiles.
 */
final class Beginning {
    /** So few classes in such a time are calm. */
    private static final int FEW = 50;

    private static final long PERIOD = TimeUnit.SECONDS.toNanos(5);

    private final OwnCompilation compilation;
    private boolean lasting;
    private int before;
    private long since;

    Beginning(OwnCompilation compilation) {
        this.compilation = compilation;
    }

    /**
     * Before the program's main method.
     *
     * @param now {@link System#nanoTime}
     */
    void begin(long now) {
        compilation.hurry();
        lasting = true;
        since = now;
    }

    /**
     * Whether it is time to {@link #look}; never where there was no beginning, or it is over.
     *
     * @param now {@link System#nanoTime}
     */
    boolean isDue(long now) {
        return lasting && now - since >= PERIOD;
    }

    /**
     * Looks whether it is over; by one thread.
     *
     * @param probed how many classes have probes
     * @param now {@link System#nanoTime}
     */
    void look(int probed, long now) {
        if (probed - before < FEW) {
            end();
        }
        before = probed;
        since = now;
    }

    /** The agent's code is compiled as any other. */
    void end() {
        if (lasting) {
            lasting = false;
            compilation.optimise();
        }
    }
}

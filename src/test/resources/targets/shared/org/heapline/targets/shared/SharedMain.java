package org.heapline.targets.shared;

import java.util.BitSet;
import org.heapline.targets.Commands;

/** Uses a class of the JDK that the profiler uses too, also while classes of its own are loaded. */
public final class SharedMain {
    private static final int BITS = 1000;

    private SharedMain() {}

    public static void main(String[] args) {
        new Commands().work("Shared", SharedMain::work).serve();
    }

    private static void work() {
        BitSet bits = new BitSet(BITS);
        for (int i = 0; i < BITS; i++) {
            bits.set(i);
        }
        Commands.sink = bits;
        Commands.sink = new LoadedMeanwhile(bits.length());
        new Thread(new LoadedByItsThread(bits), "worker").start();
    }

    /** Is given probes while the thread above loads it. */
    private static final class LoadedMeanwhile {
        private final String text;

        LoadedMeanwhile(int length) {
            StringBuilder all = new StringBuilder();
            for (int i = 0; i < length; i++) {
                all.append(i % 7 == 0 ? ',' : ' ');
            }
            text = all.toString();
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** As the other, on a thread that comes to probes for the first time. */
    private static final class LoadedByItsThread implements Runnable {
        private final BitSet bits;

        LoadedByItsThread(BitSet bits) {
            this.bits = bits;
        }

        @Override
        public void run() {
            Commands.sink = new LoadedLast(bits);
        }
    }

    private static final class LoadedLast {
        private final BitSet copy = new BitSet();

        LoadedLast(BitSet bits) {
            for (int i = bits.nextSetBit(0); i >= 0; i = bits.nextSetBit(i + 1)) {
                copy.set(i);
            }
        }
    }
}

package org.heapline.targets.constructs;

import java.util.concurrent.locks.ReentrantLock;
import org.heapline.targets.Commands;

/** Synchronized methods and blocks, entered again by their owner, left by return and by exception. */
final class Locks {
    private static final IllegalStateException READY = new IllegalStateException();
    private final ReentrantLock lock = new ReentrantLock();
    private int count;

    private Locks() {}

    static void work() {
        Locks locks = new Locks();
        ofClass();
        locks.ofObject(2); // assertIncrement(bytes(2) + bytes(1) + bytes(0)) assertSelf(0)
        locks.block();
        locks.nested();
        locks.explicit();
        try {
            locks.leaves();
        } catch (IllegalStateException e) {
            Commands.sink = new byte[Thread.holdsLock(locks) ? 1000 : 10]; // assertOccurrences(1) assertIncrement(bytes(10))
        }
    }

    private static synchronized void ofClass() {
        Commands.sink = new byte[100]; // assertOccurrences(1) assertIncrement(bytes(100))
    }

    private synchronized void ofObject(int again) {
        Commands.sink = new byte[again]; // assertOccurrences(3) assertIncrement(bytes(2) + bytes(1) + bytes(0))
        if (again > 0) { // assertOccurrences(3)
            ofObject(again - 1); // assertOccurrences(2) assertIncrement(bytes(1) + 2 * bytes(0)) assertSelf(0)
        }
    }

    private int block() {
        synchronized (this) {
            count++; // assertOccurrences(1) assertIncrement(0)
            return new byte[count + 10].length; // assertOccurrences(1) assertIncrement(bytes(11))
        }
    }

    private void nested() {
        synchronized (this) {
            Commands.sink = new byte[1]; // assertOccurrences(1) assertIncrement(bytes(1))
            synchronized (lock) {
                Commands.sink = new byte[2]; // assertOccurrences(1) assertIncrement(bytes(2))
            }
            Commands.sink = new byte[3]; // assertOccurrences(1) assertIncrement(bytes(3))
        }
    }

    private void explicit() {
        lock.lock(); // assertOccurrences(1) assertIncrement(0)
        try {
            Commands.sink = new byte[4]; // assertOccurrences(1) assertIncrement(bytes(4))
        } finally {
            lock.unlock(); // assertIncrement(0)
        }
    }

    private synchronized void leaves() {
        Commands.sink = new byte[5]; // assertOccurrences(1) assertIncrement(bytes(5))
        throw READY; // assertOccurrences(1) assertIncrement(0)
    }
}

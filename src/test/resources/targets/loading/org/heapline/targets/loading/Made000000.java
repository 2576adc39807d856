package org.heapline.targets.loading;

import org.heapline.targets.Commands;

/** What a generator makes again and again under ever new numbers. */
public final class Made000000 implements Runnable {
    private static final byte[] TABLE = new byte[500]; // made table

    private final Made000000 next;

    public Made000000() {
        next = this;
    }

    @Override
    public void run() {
        Commands.sink = null; // asks the loader for a class, which costs what that costs
        for (int i = 0; i < 4; i++) { // made header
            next.take(TABLE.length);
        }
        Commands.sink = next;
    }

    private void take(int size) {
        int sum = size;
        sum += 1;
        sum += 2;
        sum += 3;
        sum += 4;
        sum += 5;
        sum += 6;
        sum += 7;
        sum += 8;
        sum += 9;
        sum += 10;
        sum -= 55;
        Commands.sink = new byte[sum]; // made body
    }
}

package org.heapline.targets.limits;

import java.util.ArrayList;
import java.util.List;
import org.heapline.targets.Commands;

/** An object to look into. */
final class Order {
    private final List<byte[]> items = new ArrayList<>();
    private final long[] prices = {10, 20, 30};
    private final int number;
    private final Order next;

    Order(int count) {
        number = 4711;
        next = count > 0 ? new Order(count - 1) : null;
    }

    void check() {
        int factor = 2;
        for (int i = 0; i < 3; i++) {
            items.add(new byte[1000]);
        }
        byte[] copy = new byte[20 << 20]; // is looked at
        Commands.sink = copy; // after the look
        Commands.sink = total() * factor; // calls total
        Commands.sink = null;
    }

    private long total() {
        long sum = 0; // in total
        for (long each : prices) {
            sum += each;
        }
        return sum;
    }

    @Override
    public String toString() {
        return "Order " + number;
    }
}

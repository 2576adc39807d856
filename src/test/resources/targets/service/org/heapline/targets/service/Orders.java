package org.heapline.targets.service;

import org.heapline.targets.Commands;

/** Ordinary work. */
final class Orders {
    /** Not kept at run time, as an annotation is unless it says otherwise. */
    @interface Profile {}

    private Orders() {}

    static void bookSome() {
        for (int i = 0; i < 10; i++) {
            Commands.sink = book(i);
        }
    }

    @Profile
    static byte[] book(int number) {
        byte[] order = new byte[1000]; // an order
        order[0] = (byte) number;
        return order;
    }
}

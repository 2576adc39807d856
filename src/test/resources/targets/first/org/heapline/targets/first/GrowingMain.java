package org.heapline.targets.first;

import java.util.ArrayList;
import java.util.List;

/** Grows until it is stopped, or has enough. */
public final class GrowingMain {
    private GrowingMain() {}

    public static void main(String[] args) {
        List<byte[]> held = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            held.add(new byte[1 << 20]); // grows
        }
        System.out.println("held " + held.size());
    }
}

package org.heapline.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A program for tests: does what {@link Door} is told, in the methods that are profiled. */
public final class Shop {
    private static final List<byte[]> SHELF = new ArrayList<>();

    private Shop() {}

    /** Reads what is to be done, line by line. It stands outside, for its frame never returns. */
    public static final class Door {
        private Door() {}

        public static void main(String[] arguments) throws IOException {
            BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            if (arguments.length > 0) {
                buy(Integer.parseInt(arguments[0]));
                return;
            }
            SHELF.clear(); // loads the shop
            System.out.println("ready");
            for (String line = input.readLine(); line != null; line = input.readLine()) {
                String[] words = line.split(" ");
                int count = Integer.parseInt(words[1]);
                if (words[0].equals("buy")) {
                    buy(count);
                } else {
                    fill("crate", count);
                }
                System.out.println("done");
            }
        }
    }

    static void buy(int count) {
        for (int i = 0; i < count; i++) {
            SHELF.add(new byte[1000]); // bought
            if (SHELF.size() > 100) {
                SHELF.clear();
            }
        }
    }

    static void fill(String label, int mebibytes) {
        int left = mebibytes;
        while (left > 0) {
            SHELF.add(new byte[1 << 20]); // filled
            left--; // counted
        }
    }
}

package org.heapline.targets.first;

import java.util.ArrayList;
import java.util.List;

/** Begins at once with calls of a class that the JVM itself has used by then. */
public final class AddingMain {
    private AddingMain() {}

    public static void main(String[] args) {
        List<String> added = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            added.add("one");
        }
        System.out.println("added " + added.size());
    }
}

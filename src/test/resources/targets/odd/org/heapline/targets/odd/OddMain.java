package org.heapline.targets.odd;

import java.io.IOException;
import org.heapline.targets.Commands;

/** Classes and methods that cannot be profiled, beside one that can. */
public final class OddMain {
    private OddMain() {}

    public static void main(String[] args) throws IOException {
        new Commands().work("Odd.work", Odd::work).warmUp().serve();
    }
}

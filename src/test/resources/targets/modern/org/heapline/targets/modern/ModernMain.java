package org.heapline.targets.modern;

import java.io.IOException;
import org.heapline.targets.Commands;

/** What the language and its threads have had since Java 17. */
public final class ModernMain {
    private ModernMain() {}

    public static void main(String[] args) throws IOException {
        new Commands()
                .work("Mounted", Mounted::work)
                .work("Parked", Parked::work)
                .work("Patterns", Patterns::work)
                .work("Prologues", Prologues::work)
                .warmUp()
                .serve();
    }
}

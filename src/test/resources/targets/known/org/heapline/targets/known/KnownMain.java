package org.heapline.targets.known;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.heapline.targets.Commands;

/** Has used some classes before anybody attaches, and others not. */
public final class KnownMain {
    private KnownMain() {}

    public static void main(String[] args) throws IOException, ClassNotFoundException {
        Commands.sink = new Uses().ofKnownClasses(TimeUnit.DAYS);
        for (String each : new String[] {"Late", "Sub", "Table"}) {
            Class.forName("org.heapline.targets.known." + each, false, KnownMain.class.getClassLoader());
        }
        Sub.touch();
        new Commands()
                .work("Known", () -> Commands.sink = new Uses().ofKnownClasses(TimeUnit.HOURS))
                .work("Late", () -> Commands.sink = new Uses().ofLateClasses())
                .serve();
    }
}

package org.heapline.targets.constructs;

import java.io.IOException;
import org.heapline.targets.Commands;

/** Each construct of the language. */
public final class ConstructsMain {
    private ConstructsMain() {}

    public static void main(String[] args) throws IOException {
        new Commands()
                .work("Choices", Choices::work)
                .work("Classes", Classes::work)
                .work("Construction", Construction::work)
                .work("Faults", Faults::work)
                .work("Faults.library", Faults::library)
                .work("Faults.deep", Faults::deep)
                .work("Faults.light", Faults::light)
                .work("Functions", Functions::work)
                .work("Functions.collected", Functions::collected)
                .work("Functions.pipeline", Functions::pipeline)
                .work("Functions.sequential", Functions::sequential)
                .work("Locks", Locks::work)
                .work("Loops17", Loops17::work)
                .work("Quiet", Quiet::work)
                .work("Seldom", Seldom::work)
                .work("Recursion", Recursion::work)
                .work("Statements", Statements::work)
                .work("Texts", Texts::work)
                .work("Texts.ofObject", Texts::ofObject)
                .work("Texts.ofRecord", Texts::ofRecord)
                .warmUp()
                .work("Initialisers", Initialisers::work)
                .serve();
    }
}

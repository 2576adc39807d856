package org.heapline.targets.lines;

import java.io.IOException;
import org.heapline.targets.Commands;

/** Every piece of work whose lines carry what they must read. */
public final class LinesMain {
    private LinesMain() {}

    public static void main(String[] args) throws IOException {
        new Commands()
                .work("Loops", Loops::work)
                .work("Calls", Calls::work)
                .work("Exceptions", Exceptions::work)
                .work("Lambdas", Lambdas::work)
                .work("Parallel", Parallel::work)
                .work("Library", Library::work)
                .work("Library.text", Library::text)
                .work("Library.list", Library::list)
                .work("Library.map", Library::map)
                .work("Library.boxes", Library::boxes)
                .work("Library.format", Library::format)
                .work("Shapes", Shapes::work)
                .work("Sizes", Sizes::work)
                .work("Scripts", Scripts::work)
                .warmUp()
                .serve();
    }
}

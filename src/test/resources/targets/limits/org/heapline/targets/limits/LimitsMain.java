package org.heapline.targets.limits;

import java.io.IOException;
import org.heapline.targets.Commands;
import org.heapline.targets.limits.quiet.Quiet;

/** A program that can be made to exceed every kind of limit. */
public final class LimitsMain {
    private LimitsMain() {}

    public static void main(String[] args) throws IOException {
        new Commands()
                .work("Blocks.line", () -> start("liner", Blocks::line))
                .work("Blocks.parts", () -> start("parter", Blocks::parts))
                .work("Blocks.call", () -> start("caller", Blocks::call))
                .work("Blocks.few", () -> start("fewer", Blocks::few))
                .work("Blocks.busy", Blocks::busy)
                .work("Steady.grow", () -> start("steady", Steady::grow))
                .work("Quiet.grow", () -> start("quiet", Quiet::grow))
                .work("Family.grow", () -> start("parent", Family::grow))
                .work("Family.end", Family::end)
                .work("Twins.cross", Twins::cross)
                .work("Guarded.fill", () -> start("guarded", () -> new Guarded().fill()))
                .work("Initialised.touch", () -> start("toucher", () -> Initialised.touch()))
                .work("Ended.drop", Ended::drop)
                .work("Virtual.fill", Virtual::fill)
                .work("Order.check", () -> start("checker", () -> new Order(3).check()))
                .serve();
    }

    static void start(String name, Runnable work) {
        new Thread(work, name).start();
    }
}

package org.heapline.bench.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.heapline.bench.target.Deep;

/** How much more of the stack a recursion takes with probes: the depth it gets without them by that with them. */
final class StackDepth implements Measure {
    private static final String[] MODES = {"-Xint", "-XX:TieredStopAtLevel=1", "-XX:+TieredCompilation"};
    private static final String[] NAMES = {"interpreted", "quickly compiled", "compiled"};

    @Override
    public List<Figure> on(Jdk jdk, Surroundings surroundings) throws IOException {
        String agent =
                "-javaagent:" + surroundings.agent() + "=lease=false;patterns=" + Deep.class.getName() + "#descend";
        List<Figure> figures = new ArrayList<>();
        for (int i = 0; i < MODES.length; i++) {
            double with = depth(jdk, surroundings, List.of(MODES[i], agent));
            double without = depth(jdk, surroundings, List.of(MODES[i]));
            figures.add(Figure.plain("stack of a recursion, " + NAMES[i], jdk.feature(), without / with, "times"));
        }
        return figures;
    }

    private static double depth(Jdk jdk, Surroundings surroundings, List<String> jvmOptions) throws IOException {
        try (TargetProcess target = surroundings.start(jdk, jvmOptions, Deep.class)) {
            return Double.parseDouble(target.ask("depth"));
        }
    }
}

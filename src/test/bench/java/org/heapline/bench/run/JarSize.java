package org.heapline.bench.run;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** How much is put into the target's process. */
final class JarSize implements Measure {
    @Override
    public List<Figure> on(Jdk jdk, Surroundings surroundings) throws IOException {
        double bytes = Files.size(surroundings.agent());
        return List.of(new Figure("agent jar", jdk.feature(), bytes / (1 << 20), "MiB", 2));
    }
}

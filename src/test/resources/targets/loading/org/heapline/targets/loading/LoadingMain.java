package org.heapline.targets.loading;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.heapline.targets.Commands;

/** Loads classes in every way but the plain one. */
public final class LoadingMain {
    private static final List<WeakReference<ClassLoader>> GONE = new ArrayList<>();
    private static OwnLoader kept = new OwnLoader();
    private static OwnLoader other = new OwnLoader();

    private LoadingMain() {}

    public static void main(String[] args) throws IOException {
        kept.plugin().run();
        new Commands()
                .work("Redefined", Redefined::work)
                .warmUp()
                .work("kept", () -> kept.plugin().run())
                .work("other", () -> other.plugin().run())
                .work("nameless", () -> new OwnLoader(false).plugin().run())
                .work("passing", LoadingMain::passing)
                .work("unload", LoadingMain::unload)
                .work("many", LoadingMain::many)
                .work("made", Generator::makeAThousand)
                .work("parallel", Generator::makeInParallel)
                .work("keep", Generator::keepAThousand)
                .work("all", Generator::runKept)
                .work("begin", Generator::beginToRunKept)
                .work("end", Generator::endToRunKept)
                .serve();
    }

    private static void passing() {
        for (int i = 0; i < 50; i++) {
            OwnLoader loader = new OwnLoader();
            loader.plugin().run();
            GONE.add(new WeakReference<>(loader));
        }
    }

    /** As a server does that is never done with loading the same application anew. */
    private static void many() {
        for (int i = 0; i < 1000; i++) {
            new OwnLoader().plugin().run();
        }
        Commands.sink = null;
    }

    /** Lets go of all loaders and writes down how many the JVM could not get rid of. */
    private static void unload() {
        kept = null;
        other = null;
        Commands.sink = null;
        System.gc();
        long left = GONE.stream().filter(each -> each.get() != null).count();
        System.setProperty("left", Long.toString(left));
    }
}

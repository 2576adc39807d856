package org.heapline.targets.crowds;

import java.io.IOException;
import org.heapline.targets.Commands;

/** Work that many threads do. */
public final class CrowdsMain {
    private CrowdsMain() {}

    public static void main(String[] args) throws IOException {
        new Commands()
                .work("Async", Async::work)
                .work("Async.sum", Async::sum)
                .work("Crowd", Crowd::work)
                .work("Ended", Ended::work)
                .warmUp()
                .work("ByThread", ByThread::work)
                .work("Restless", Restless::work)
                .serve();
    }
}

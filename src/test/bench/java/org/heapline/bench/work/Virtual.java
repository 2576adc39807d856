package org.heapline.bench.work;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;

/** Pairs of virtual threads that hand pieces of text to each other and park meanwhile. Needs JDK 21. */
public final class Virtual implements Workload {
    private static final int PAIRS = 50;
    private final ExecutorService threads;

    /** Found by name: this class is compiled for Java 17. */
    public Virtual() throws ReflectiveOperationException {
        threads = (ExecutorService)
                Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    }

    @Override
    public boolean usesThreads() {
        return true;
    }

    @Override
    public long run(int size) throws Exception {
        List<Future<Long>> sums = new ArrayList<>();
        for (int i = 0; i < PAIRS; i++) {
            SynchronousQueue<String> queue = new SynchronousQueue<>();
            threads.submit(() -> produce(queue, size));
            sums.add(threads.submit(() -> consume(queue, size)));
        }
        long sum = 0;
        for (Future<Long> each : sums) {
            sum += each.get();
        }
        return sum;
    }

    private static Object produce(SynchronousQueue<String> queue, int count) throws InterruptedException {
        for (int i = 0; i < count; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = 0; j < 20; j++) {
                text.append(i + j);
                text.append(',');
            }
            queue.put(text.toString());
        }
        return queue;
    }

    private static long consume(SynchronousQueue<String> queue, int count) throws InterruptedException {
        long sum = 0;
        for (int i = 0; i < count; i++) {
            String text = queue.take();
            for (String part : text.split(",")) {
                sum += Integer.parseInt(part);
            }
        }
        return sum;
    }
}

package org.heapline.client.jvm;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Whether one process still runs: that one, not a later one that was given its id. */
public final class Liveness {
    private final long pid;
    private final Optional<Instant> startedAt;

    public Liveness(long pid) {
        this.pid = pid;
        this.startedAt = ProcessHandle.of(pid).flatMap(handle -> handle.info().startInstant());
    }

    /** Whether it runs. One that has ended and was not yet waited for by its parent does not. */
    public boolean isAlive() {
        Optional<ProcessHandle> handle = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        return handle.isPresent()
                && handle.get().info().startInstant().equals(startedAt)
                && !LinuxProcess.of(pid).map(LinuxProcess::isZombie).orElse(false);
    }

    /** Waits for its end. Returns whether it has ended. */
    public boolean endsWithin(Duration patience) {
        Optional<ProcessHandle> handle = ProcessHandle.of(pid);
        if (handle.isPresent() && isAlive()) {
            try {
                handle.get().onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException | ExecutionException e) {
                return !isAlive();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return !isAlive();
    }
}

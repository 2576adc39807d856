package org.heapline.agent;

import java.util.concurrent.TimeUnit;
import org.heapline.protocol.AgentMXBean;

/**
 * Whether the client is still there. Time in which this JVM itself stood still (suspended by a debugger or the system)
 * is not counted against it.
 */
final class Lease {
    private static final long LEASE = TimeUnit.MILLISECONDS.toNanos(AgentMXBean.LEASE_MILLIS);
    private static final long STILL = TimeUnit.SECONDS.toNanos(3);

    private long seenAt = System.nanoTime();
    private long tickedAt = seenAt;

    /** A sign of life. */
    synchronized void renew() {
        seenAt = System.nanoTime();
    }

    /** Looks, about once a second. */
    synchronized boolean isOver() {
        long now = System.nanoTime();
        if (now - tickedAt > STILL) {
            seenAt += now - tickedAt;
        }
        tickedAt = now;
        return now - seenAt > LEASE;
    }
}

package org.heapline.client.session;

import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Tells the agent in a target whose it is.
 *
 * @param text the process id of this program, a dash and the number of the session
 */
record ClientId(String text) {
    private static final AtomicInteger SESSIONS = new AtomicInteger();

    /** For another session of this program. */
    static ClientId next() {
        return new ClientId(ProcessHandle.current().pid() + "-" + SESSIONS.incrementAndGet());
    }

    /** The process id in the text, or empty if nobody has signed. */
    OptionalLong pid() {
        int dash = text.indexOf('-');
        return dash <= 0 ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text.substring(0, dash)));
    }

    /** Whether it is one of this program's. */
    boolean isOwn() {
        return pid().orElse(0) == ProcessHandle.current().pid();
    }

    /** Whether its program is still there. */
    boolean isAlive() {
        return pid().isPresent() && ProcessHandle.of(pid().getAsLong()).isPresent();
    }
}

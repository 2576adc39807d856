package org.heapline.client.debug;

import org.heapline.client.SessionException;
import org.heapline.protocol.AgentMXBean;

/** What MAXMEM needs of its session. */
public interface AgentAccess {
    /** A request to the agent. */
    @FunctionalInterface
    interface Request<T> {
        T of(AgentMXBean agent) throws Exception;
    }

    /** Asks the agent, for ten seconds at most. */
    <T> T ask(String what, Request<T> request) throws SessionException;

    /** Tells the session's listeners that something is new. */
    void changed();

    /** Adds to the session's problems. */
    void note(String why);
}

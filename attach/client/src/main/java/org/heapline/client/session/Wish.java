package org.heapline.client.session;

import java.util.List;
import java.util.Set;
import org.heapline.client.Attacher;
import org.heapline.client.Running;
import org.heapline.profile.Backend;
import org.heapline.protocol.AgentMXBean;

/**
 * What a session wants of the agent.
 *
 * @param leftOut classes that are to stay as they are
 * @param running what becomes of classes with a frame that may never return, when the agent is new
 */
record Wish(List<String> patterns, Set<String> leftOut, Backend backend, boolean includeChildren, Running running) {
    Wish {
        patterns = List.copyOf(patterns);
        leftOut = Set.copyOf(leftOut);
    }

    static Wish of(Attacher.Options options) {
        return new Wish(options.patterns(), Set.of(), options.backend(), options.includeChildren(), options.running());
    }

    Wish leavingOut(Set<String> classes) {
        return new Wish(patterns, classes, backend, includeChildren, running);
    }

    /** The argument of the agent for a target that is started with {@code -javaagent}. */
    String agentArguments(boolean lease, ClientId client) {
        String wanted = patterns.isEmpty() ? "" : "patterns=" + String.join(",", patterns) + ";";
        return wanted + "backend=" + backend.key() + ";children=" + includeChildren + ";lease=" + lease + ";client="
                + client.text();
    }

    /** Says it to the agent. */
    void tell(AgentMXBean agent) {
        agent.want(patterns.toArray(new String[0]), leftOut.toArray(new String[0]), backend.key(), includeChildren);
    }
}

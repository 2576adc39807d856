package org.heapline.client.session;

import java.time.Duration;
import java.util.Optional;
import javax.management.InstanceNotFoundException;
import org.heapline.client.AttachException;
import org.heapline.client.JvmProcess;
import org.heapline.client.Session.State;
import org.heapline.client.SessionException;
import org.heapline.client.jvm.Attachment;
import org.heapline.protocol.AgentMXBean;
import org.jspecify.annotations.Nullable;

/** The link of a session: opened when there is none, dropped when it breaks, opened again. */
final class Connection {
    private final JvmProcess process;
    private final LinkOpener opener;
    private final Calls calls;
    private final boolean startedWithAgent;
    private final Opened listener;
    private volatile @Nullable Link link;
    private volatile boolean wasOpen;
    private volatile boolean closed;

    /** Is told of each link that was opened. */
    @FunctionalInterface
    interface Opened {
        /** @param again whether there was one before */
        void accept(Link link, boolean again);
    }

    /** What is asked of the target. */
    @FunctionalInterface
    interface Request<T> {
        T of(Link link) throws Exception;
    }

    /** @param startedWithAgent whether the target brings the agent along from its start */
    Connection(JvmProcess process, LinkOpener opener, Calls calls, boolean startedWithAgent, Opened listener) {
        this.process = process;
        this.opener = opener;
        this.calls = calls;
        this.startedWithAgent = startedWithAgent;
        this.listener = listener;
    }

    /** The link; opens one if there is none. */
    Link openIfNeeded(Wish wish) throws AttachException {
        Link current = link;
        if (current != null) {
            return current;
        }
        Link opened = opener.open(wish, arrival());
        listener.accept(opened, wasOpen);
        wasOpen = true;
        link = opened;
        if (closed) {
            close(Attachment.PATIENCE);
        }
        return opened;
    }

    private AgentStart.Arrival arrival() {
        if (wasOpen) {
            return AgentStart.Arrival.AGAIN;
        }
        return startedWithAgent ? AgentStart.Arrival.EXPECTED : AgentStart.Arrival.NEW;
    }

    /** After a failure: lets go of a link that is of no use any more, so that the next poll opens another. */
    void dropIfBroken(Link broken, Exception failure) {
        Throwable cause = Calls.unwrap(failure);
        if (Calls.isGone(cause) || cause instanceof InstanceNotFoundException) {
            link = null;
            Calls.begin(() -> {
                broken.close();
                return true;
            });
        }
    }

    /** The target has ended. */
    void forget() {
        link = null;
    }

    /** The link, or one line that says why there is none. */
    Link require(State state) throws SessionException {
        Link open = link;
        if (open == null) {
            String why =
                    switch (state) {
                        case LOST -> " has ended; what was measured is kept and can be saved";
                        case DETACHED -> " is no longer attached; attach again";
                        case ATTACHED, SILENT -> " does not answer at the moment; try again when it runs";
                    };
            throw new SessionException("PID " + process.pid() + " (" + process.name() + ")" + why);
        }
        return open;
    }

    /** Asks the target. */
    <T> T ask(String what, Duration patience, State state, Request<T> request) throws SessionException {
        Link open = require(state);
        return calls.ask(what, patience, () -> request.of(open));
    }

    /**
     * Has the agent leave and disconnects. A target that does not answer is no harm: its agent leaves by itself when
     * nothing is heard of the client.
     *
     * @return what could not be confirmed, if anything
     */
    Optional<String> close(Duration patience) {
        closed = true;
        Link open = link;
        link = null;
        if (open == null) {
            return Optional.empty();
        }
        try {
            calls.run("detaching", Attachment.PATIENCE, open.agent()::detach);
            calls.run("disconnecting", patience, open::close);
            return Optional.empty();
        } catch (SessionException e) {
            return Optional.of("detaching was not confirmed (" + e.getMessage()
                    + "); its agent leaves by itself within " + AgentMXBean.LEASE_MILLIS / 1000 + " s of running");
        }
    }
}

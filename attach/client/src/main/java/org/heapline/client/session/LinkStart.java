package org.heapline.client.session;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Future;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import org.heapline.client.AttachException;
import org.heapline.client.jvm.Attachment;
import org.jspecify.annotations.Nullable;

/**
 * Begins to connect, and loads the agent meanwhile if it is to be brought: the one keeps this JVM busy, the other the
 * target. Given up before the agent is in, it does not bring it; given up later, it has it leave again.
 */
final class LinkStart implements Attachment.Request<Future<Link>> {
    /** A session polls, and need not ask once a minute besides whether the target is still there. */
    private static final Map<String, ?> UNWATCHED = Map.of("jmx.remote.x.client.connection.check.period", 0L);

    private final AgentStart agent;
    private final boolean bring;

    /** Guarded by this, as is what follows. */
    private boolean givenUp;

    private boolean over;
    private boolean brought;
    private @Nullable Future<Link> connecting;

    /** @param bring whether the agent is to be brought at once */
    LinkStart(AgentStart agent, boolean bring) {
        this.agent = agent;
        this.bring = bring;
    }

    @Override
    public Future<Link> apply(VirtualMachine machine)
            throws IOException, AgentLoadException, AgentInitializationException, AttachException {
        try {
            Properties properties = machine.getSystemProperties();
            String address = machine.startLocalManagementAgent();
            Future<Link> begun = Calls.begin(() -> connect(address, properties));
            if (isToBring(begun)) {
                agent.bring(machine);
            }
            return begun;
        } finally {
            finish();
        }
    }

    private synchronized boolean isToBring(Future<Link> begun) {
        connecting = begun;
        // Also if it fails half-way: whether it came is looked at then.
        brought = bring && !givenUp;
        return brought;
    }

    @SuppressWarnings("BanJNDI") // the address was given by the target itself, of the same user and machine
    private static Link connect(String address, Properties properties) throws IOException {
        return new Link(JMXConnectorFactory.connect(new JMXServiceURL(address), UNWATCHED), properties);
    }

    private synchronized void finish() {
        over = true;
        if (givenUp) {
            undo();
        }
    }

    /** Nobody waits for it any more: the target is to be as it was. Does not wait for that. */
    synchronized void giveUp() {
        givenUp = true;
        if (over) {
            undo();
        }
    }

    private void undo() {
        Future<Link> begun = connecting;
        boolean sendAway = brought;
        if (begun != null) {
            Calls.begin(() -> {
                try (Link link = begun.get()) {
                    if (sendAway) {
                        agent.sendAwayOwn(link);
                    }
                }
                return true;
            });
        }
    }
}

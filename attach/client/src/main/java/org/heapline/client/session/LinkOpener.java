package org.heapline.client.session;

import java.io.IOException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import org.heapline.client.AttachException;
import org.heapline.client.JvmProcess;
import org.heapline.client.SessionException;
import org.heapline.client.jvm.Attachment;
import org.heapline.client.jvm.JvmList;
import org.jspecify.annotations.Nullable;

/** Opens the connection to one target: its management connector first, then the agent. */
final class LinkOpener {
    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(20);

    private final JvmProcess process;
    private final JvmList jvms;
    private final Calls calls;
    private final AgentStart agent;

    LinkOpener(JvmProcess process, JvmList jvms) {
        this.process = process;
        this.jvms = jvms;
        this.calls = new Calls(process);
        this.agent = new AgentStart(process, calls);
    }

    /**
     * Connects and has the agent told the wish.
     *
     * @throws AttachException naming the target, the reason and the next step; the target is then as it was
     */
    Link open(Wish wish, AgentStart.Arrival arrival) throws AttachException {
        refuseIfHopeless();
        boolean bring = agent.comesUnasked(arrival);
        Future<Link> connecting = begin(bring);
        try {
            Link link = calls.ask("connecting", CONNECT_PATIENCE, connecting::get);
            try {
                link.begunWith(agent.begin(link, wish, arrival, bring));
                return link;
            } catch (AttachException | SessionException e) {
                calls.run("disconnecting", CONNECT_PATIENCE, link::close);
                throw e;
            }
        } catch (SessionException e) {
            throw new AttachException(e.getMessage(), e);
        }
    }

    /**
     * Begins to connect, and loads the agent meanwhile if it is to be brought: the one keeps this JVM busy, the other the
     * target.
     */
    private Future<Link> begin(boolean bring) throws AttachException {
        AtomicReference<@Nullable Future<Link>> begun = new AtomicReference<>();
        try {
            return Attachment.with(process.pid(), process.name(), Attachment.LOAD_PATIENCE, machine -> {
                Properties properties = machine.getSystemProperties();
                String address = machine.startLocalManagementAgent();
                Future<Link> connecting = Calls.begin(() -> connect(address, properties));
                begun.set(connecting);
                if (bring) {
                    agent.bring(machine);
                }
                return connecting;
            });
        } catch (AttachException e) {
            Future<Link> connecting = begun.get();
            if (connecting != null) {
                Calls.begin(() -> {
                    connecting.get().close();
                    return true;
                });
            }
            throw e;
        }
    }

    @SuppressWarnings("BanJNDI") // the address was given by the target itself, of the same user and machine
    private static Link connect(String address, Properties properties) throws IOException {
        JMXConnector connector = JMXConnectorFactory.connect(new JMXServiceURL(address));
        return new Link(connector, properties);
    }

    /** Looks before it knocks: the signal with which attaching begins would end a JVM that is not ready for it. */
    private void refuseIfHopeless() throws AttachException {
        JvmProcess now = jvms.find(process.pid())
                .orElseThrow(() -> new AttachException("PID " + process.pid() + " (" + process.name()
                        + ") has ended; see heapline list for the JVMs of this machine"));
        if (now.whyNot() != null) {
            throw new AttachException("PID " + process.pid() + " (" + process.name() + ") " + now.whyNot());
        }
    }
}

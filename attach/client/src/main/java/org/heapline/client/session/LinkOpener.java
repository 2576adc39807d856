package org.heapline.client.session;

import java.time.Duration;
import java.util.concurrent.Future;
import org.heapline.client.AttachException;
import org.heapline.client.JvmProcess;
import org.heapline.client.SessionException;
import org.heapline.client.jvm.Attachment;
import org.heapline.client.jvm.JvmList;

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
        LinkStart start = new LinkStart(agent, bring);
        Link link = connect(start);
        try {
            link.begunWith(agent.begin(link, wish, arrival, bring));
            return link;
        } catch (AttachException e) {
            end(start, link, e);
            throw e;
        } catch (SessionException e) {
            end(start, link, e);
            throw new AttachException(e.getMessage(), e);
        }
    }

    private Link connect(LinkStart start) throws AttachException {
        try {
            Future<Link> connecting = Attachment.with(process.pid(), process.name(), Attachment.LOAD_PATIENCE, start);
            return calls.ask("connecting", CONNECT_PATIENCE, connecting::get);
        } catch (AttachException e) {
            start.giveUp();
            throw e;
        } catch (SessionException e) {
            start.giveUp();
            throw new AttachException(e.getMessage(), e);
        }
    }

    private void end(LinkStart start, Link link, Exception why) {
        if (Thread.currentThread().isInterrupted()) {
            start.giveUp();
            return;
        }
        try {
            calls.run("disconnecting", CONNECT_PATIENCE, link::close);
        } catch (SessionException e) {
            why.addSuppressed(e);
        }
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

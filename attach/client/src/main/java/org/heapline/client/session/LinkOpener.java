package org.heapline.client.session;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.heapline.client.AgentJars;
import org.heapline.client.AttachException;
import org.heapline.client.JvmProcess;
import org.heapline.client.SessionException;
import org.heapline.client.jvm.Attachment;
import org.heapline.client.jvm.JvmList;
import org.heapline.profile.Backend;
import org.heapline.protocol.AgentMXBean;

/** Opens the connection to one target: its management connector first, then the agent if it is not there already. */
final class LinkOpener {
    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(10);
    private static final String FAILURE = "heapline.failure";

    private final JvmProcess process;
    private final JvmList jvms;
    private final Calls calls;

    LinkOpener(JvmProcess process, JvmList jvms) {
        this.process = process;
        this.jvms = jvms;
        this.calls = new Calls(process);
    }

    /** How this connection relates to an agent that may be in the target already. */
    enum Arrival {
        /** A new session: what an earlier one has counted is not its own. */
        NEW,
        /** The target was started with the agent, which may take a moment to appear. */
        EXPECTED,
        /** The session was here before; the agent may have left meanwhile. */
        AGAIN
    }

    /** What the agent is told when it starts. */
    record Wish(List<String> patterns, Backend backend, boolean includeChildren) {
        Wish {
            patterns = List.copyOf(patterns);
        }

        /** The argument of the agent, for a target that is attached to or started with {@code -javaagent}. */
        String agentArguments(boolean lease) {
            String wanted = patterns.isEmpty() ? "" : "patterns=" + String.join(",", patterns) + ";";
            return wanted + "backend=" + backend.key() + ";children=" + includeChildren + ";lease=" + lease;
        }
    }

    /**
     * Connects; starts the agent with the wish if there is none. An agent that is active already, because the target
     * was started with it or another client has just left, is told the wish.
     */
    Link open(Wish wish, Arrival arrival) throws AttachException {
        refuseIfHopeless();
        Properties properties = new Properties();
        String address = Attachment.with(process.pid(), process.name(), Attachment.PATIENCE, machine -> {
            properties.putAll(machine.getSystemProperties());
            return machine.startLocalManagementAgent();
        });
        try {
            Link link = calls.ask("connecting", CONNECT_PATIENCE, () -> connect(address, properties));
            try {
                start(link, wish, arrival);
                return link;
            } catch (AttachException | SessionException e) {
                calls.run("disconnecting", CONNECT_PATIENCE, link::close);
                throw e;
            }
        } catch (SessionException e) {
            throw new AttachException(e.getMessage(), e);
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

    private void start(Link link, Wish wish, Arrival arrival) throws AttachException, SessionException {
        if (arrival == Arrival.EXPECTED) {
            requireAgent(link);
        } else if (calls.ask("asking for the agent", CONNECT_PATIENCE, link::hasAgent)) {
            calls.run("taking over the agent", CONNECT_PATIENCE, () -> {
                String[] patterns = wish.patterns().toArray(new String[0]);
                link.agent().want(patterns, wish.backend().key(), wish.includeChildren());
                if (arrival == Arrival.NEW) {
                    link.agent().reset();
                }
            });
        } else {
            load(wish);
            link.markAgentStarted();
        }
        requireAgent(link);
        int protocol = calls.ask("asking for the version", CONNECT_PATIENCE, link.agent()::getProtocol);
        if (protocol != AgentMXBean.PROTOCOL) {
            throw failed("has the agent of another Heapline version in it (protocol " + protocol + ", here "
                    + AgentMXBean.PROTOCOL + "); close that Heapline and try again after 10 s");
        }
    }

    private void requireAgent(Link link) throws AttachException, SessionException {
        if (!calls.ask("asking for the agent", CONNECT_PATIENCE, link::hasAgent)) {
            String failure = link.properties().getProperty(FAILURE, "");
            throw failed(
                    failure.isBlank()
                            ? "the agent did not come up; what it printed is in the target's own output"
                            : "the agent failed in it: " + failure);
        }
    }

    private void load(Wish wish) throws AttachException {
        Path jar;
        try {
            jar = AgentJars.unpack();
        } catch (IOException e) {
            throw new AttachException(String.valueOf(e.getMessage()), e);
        }
        Attachment.with(process.pid(), process.name(), Attachment.LOAD_PATIENCE, machine -> {
            load(jar, wish.agentArguments(true));
            String failure = machine.getSystemProperties().getProperty(FAILURE);
            if (failure != null && !failure.isBlank()) {
                throw failed("the agent failed in it: " + failure);
            }
            return jar;
        });
    }

    /** Byte Buddy finds the attach interface wherever this Java has it; what went wrong is inside its exception. */
    private void load(Path jar, String arguments) throws IOException, AgentLoadException, AgentInitializationException {
        try {
            ByteBuddyAgent.attach(jar.toFile(), Long.toString(process.pid()), arguments);
        } catch (IllegalStateException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof IOException refused) {
                    throw refused;
                } else if (cause instanceof AgentLoadException unreadable) {
                    throw unreadable;
                } else if (cause instanceof AgentInitializationException failed) {
                    throw failed;
                }
            }
            throw e;
        }
    }

    private AttachException failed(String why) {
        return new AttachException("PID " + process.pid() + " (" + process.name() + "): " + why);
    }
}

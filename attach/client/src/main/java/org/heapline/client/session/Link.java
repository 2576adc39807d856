package org.heapline.client.session;

import java.io.IOException;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.management.JMX;
import javax.management.MBeanServerConnection;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import org.heapline.protocol.AgentMXBean;
import org.jspecify.annotations.Nullable;

/** An open connection to a target in which the agent is active. Its calls block as long as the target lets them. */
final class Link implements AutoCloseable {
    private final JMXConnector connector;
    private final MBeanServerConnection server;
    private final AgentMXBean agent;
    private final Properties properties;
    private final AtomicBoolean staying = new AtomicBoolean();
    private volatile boolean agentStarted;
    private volatile @Nullable Wish wish;

    Link(JMXConnector connector, Properties properties) throws IOException {
        this.connector = connector;
        this.server = connector.getMBeanServerConnection();
        this.agent = JMX.newMXBeanProxy(server, name(AgentMXBean.NAME), AgentMXBean.class);
        this.properties = properties;
    }

    AgentMXBean agent() {
        return agent;
    }

    MBeanServerConnection server() {
        return server;
    }

    /** The target's system properties as they were when the connection was opened. */
    Properties properties() {
        return properties;
    }

    /** Whether this connection brought the agent with it, which then counts from zero. */
    boolean agentStarted() {
        return agentStarted;
    }

    void markAgentStarted() {
        agentStarted = true;
    }

    /** With what the agent was told the connection begins. */
    void begunWith(Wish told) {
        wish = told;
    }

    /** What the agent was told when the connection was opened. */
    Wish wish() {
        return Objects.requireNonNull(wish, "a link is handed out when its agent has been told");
    }

    /** Leaves a call open until the agent leaves; see {@link AgentMXBean#stay}. The second time nothing. */
    void stay() {
        if (!staying.getAndSet(true)) {
            Calls.begin(() -> {
                agent.stay();
                return true;
            });
        }
    }

    boolean hasAgent() throws IOException {
        return server.isRegistered(name(AgentMXBean.NAME));
    }

    @Override
    public void close() throws IOException {
        connector.close();
    }

    static ObjectName name(String name) {
        try {
            return new ObjectName(name);
        } catch (MalformedObjectNameException e) {
            throw new IllegalArgumentException(name, e);
        }
    }
}

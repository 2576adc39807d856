package org.heapline.client.session;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.heapline.client.AgentJars;
import org.heapline.client.AttachException;
import org.heapline.client.JvmProcess;
import org.heapline.client.Running;
import org.heapline.client.RunningFramesException;
import org.heapline.client.SessionException;
import org.heapline.client.jvm.Attachment;
import org.heapline.protocol.AgentMXBean;
import org.heapline.protocol.RunningFrame;

/** Brings the agent into a target, or comes to terms with the one that is there, and says what is to be profiled. */
final class AgentStart {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String FAILURE = "heapline.failure";

    private final JvmProcess process;
    private final Calls calls;
    private final ClientId client = ClientId.next();

    AgentStart(JvmProcess process, Calls calls) {
        this.process = process;
        this.calls = calls;
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

    /**
     * Whether an agent can be brought at once, before it is known whether one is there: nobody is said to profile the
     * target. If one is there all the same it is the one that answers, and nothing has changed.
     */
    boolean comesUnasked(Arrival arrival) {
        return arrival == Arrival.NEW && process.profiledBy() == 0;
    }

    /**
     * Returns when the agent has been told the wish, which may have been changed to leave classes out.
     *
     * @param brought whether {@link #bring} was called for this connection
     */
    Wish begin(Link link, Wish wish, Arrival arrival, boolean brought) throws AttachException, SessionException {
        if (arrival == Arrival.EXPECTED) {
            requireAgent(link);
            return wish;
        }
        boolean there;
        if (brought && isMine(link)) {
            there = false;
            link.markAgentStarted();
        } else {
            there = isThere(link, arrival);
        }
        try {
            Wish answered = arrival == Arrival.AGAIN && there ? wish : answered(link, wish, arrival);
            calls.run("choosing what to profile", PATIENCE, () -> answered.tell(link.agent()));
            if (there && arrival == Arrival.NEW) {
                calls.run("taking over the agent", PATIENCE, link.agent()::reset);
            }
            return answered;
        } catch (AttachException | SessionException e) {
            if (!there) {
                calls.runAnyway("detaching", PATIENCE, link.agent()::detach);
            }
            throw e;
        }
    }

    /** Has the agent leave if it is the one that this connection brought. */
    void sendAwayOwn(Link link) throws AttachException, SessionException {
        if (isMine(link)) {
            calls.run("detaching", PATIENCE, link.agent()::detach);
        }
    }

    private boolean isMine(Link link) throws AttachException, SessionException {
        requireAgent(link);
        return owner(link).equals(client);
    }

    /** Whether an agent is there to go on with; else one has been brought. */
    private boolean isThere(Link link, Arrival arrival) throws AttachException, SessionException {
        boolean there = calls.ask("asking for the agent", PATIENCE, link::hasAgent) && staysFor(link, arrival);
        if (!there) {
            load();
            link.markAgentStarted();
            requireAgent(link);
            refuseIfTaken(owner(link));
        }
        return there;
    }

    /**
     * Whether the agent that was found is one to go on with: this session's own, or one that belongs to nobody. That of
     * a client which has died is sent away.
     */
    private boolean staysFor(Link link, Arrival arrival) throws AttachException, SessionException {
        requireAgent(link);
        ClientId owner = owner(link);
        if (owner.pid().isEmpty() || arrival == Arrival.AGAIN && owner.isOwn()) {
            return true;
        }
        refuseIfTaken(owner);
        calls.run("sending away the agent of a client that has ended", PATIENCE, link.agent()::detach);
        return false;
    }

    private ClientId owner(Link link) throws SessionException {
        return new ClientId(calls.ask("asking whose agent it is", PATIENCE, link.agent()::getClient));
    }

    /** Two clients would undo each other's wishes, and the first to leave would end both. */
    private void refuseIfTaken(ClientId owner) throws AttachException {
        if (!owner.equals(client) && owner.isAlive()) {
            throw new AttachException(target() + " is already profiled by "
                    + (owner.isOwn()
                            ? "this Heapline; close that session first"
                            : "Heapline (PID " + owner.pid().getAsLong() + "); look there, or end that session first"));
        }
    }

    /** The wish with an answer to what becomes of running frames. */
    private Wish answered(Link link, Wish wish, Arrival arrival) throws AttachException, SessionException {
        if (wish.running() == Running.FORCE) {
            return wish;
        }
        String[] patterns = wish.patterns().toArray(new String[0]);
        List<RunningFrame> running = List.of(calls.ask("looking at what is running", PATIENCE, () -> link.agent()
                .runningFrames(patterns, wish.backend().key())));
        if (wish.running() == Running.ASK && arrival == Arrival.NEW && !running.isEmpty()) {
            throw new RunningFramesException(target(), running);
        }
        Set<String> classes = running.stream().map(RunningFrame::getClassName).collect(Collectors.toSet());
        return wish.leavingOut(classes);
    }

    private void requireAgent(Link link) throws AttachException, SessionException {
        if (!calls.ask("asking for the agent", PATIENCE, link::hasAgent)) {
            String failure = link.properties().getProperty(FAILURE, "");
            throw failed(
                    failure.isBlank()
                            ? "the agent did not come up; what it printed is in the target's own output"
                            : "the agent failed in it: " + failure);
        }
        int protocol = calls.ask("asking for the version", PATIENCE, link.agent()::getProtocol);
        if (protocol != AgentMXBean.PROTOCOL) {
            throw failed("has the agent of another Heapline version in it (protocol " + protocol + ", here "
                    + AgentMXBean.PROTOCOL + "); close that Heapline and try again after 10 s");
        }
    }

    private void load() throws AttachException {
        Attachment.with(process.pid(), process.name(), Attachment.LOAD_PATIENCE, machine -> {
            bring(machine);
            return true;
        });
    }

    /** Loads the agent, which wakes one that is there already. */
    void bring(VirtualMachine machine)
            throws IOException, AgentLoadException, AgentInitializationException, AttachException {
        Path jar;
        try {
            jar = AgentJars.unpack();
        } catch (IOException e) {
            throw new AttachException(String.valueOf(e.getMessage()), e);
        }
        load(jar, "idle=true;client=" + client.text());
        String failure = machine.getSystemProperties().getProperty(FAILURE);
        if (failure != null && !failure.isBlank()) {
            throw failed("the agent failed in it: " + failure);
        }
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
        return new AttachException(target() + ": " + why);
    }

    private String target() {
        return "PID " + process.pid() + " (" + process.name() + ")";
    }
}

package org.heapline.app.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.heapline.client.MaxMem;
import org.heapline.client.PausedThread;
import org.heapline.client.PausedThread.Step;
import org.heapline.client.Session;
import org.heapline.client.SessionException;
import org.heapline.client.trip.LimitSize;
import org.heapline.client.trip.TripFiles;
import org.heapline.profile.MemorySize;
import org.heapline.profile.Trip;

/** One command for the stopped thread, as jdb calls it. What goes wrong is said, and the next one is asked for. */
final class PausedCommand {
    /** What is to happen after a command. */
    enum Answer {
        /** The thread stands; the next command is read. */
        ASK_AGAIN,
        /** The thread goes on. */
        GO_ON,
        /** The thread goes on and the target is left. */
        LEAVE
    }

    private static final int HISTOGRAM_ROWS = 23;

    private static final String HELP = """
            where                 the stack            up, down, frame N     choose a frame
            locals                locals of the frame  print EXPR            a local, fields, [i], methods without arguments
            list                  locals with sizes    list a/b              what a local or field holds
            step, next, finish    into, over, out      until LINE            run to a line of this class
            cont (or Enter)       go on                limit SIZE            arm the limit anew; then cont
            gc                    collect garbage      histogram, threads    classes by size, stacks of all threads
            dump FILE             heap dump            suspend, resume       all other threads
            debugger              hand over            quit                  release and detach
            """;

    private final Session session;
    private final TripText text;
    private final TripFiles files;
    private final PrintStream out;
    private PausedThread paused;
    private int frame;

    PausedCommand(Session session, PausedThread paused, TripText text, TripFiles files, Terminal terminal) {
        this.session = session;
        this.paused = paused;
        this.text = text;
        this.files = files;
        this.out = terminal.messages();
    }

    /** Whether nothing is stopped any more: another client, the target's end or the agent itself let it go. */
    boolean hasGoneOn() {
        PausedThread now = session.maxMem().paused();
        if (now != null && now != paused && now.trip().equals(paused.trip())) {
            paused = now; // Taken back from another debugger.
            frame = 0;
            out.println("the other debugger has left; " + PausedCommands.place(paused));
        }
        return now == null;
    }

    Answer carryOut(String line) {
        String[] words = line.strip().split("\\s+", 2);
        String rest = words.length > 1 ? words[1].strip() : "";
        try {
            return carryOut(words[0].toLowerCase(Locale.ROOT), rest);
        } catch (SessionException | IOException | IllegalArgumentException e) {
            out.println(Failures.message(e));
            return Answer.ASK_AGAIN;
        }
    }

    private Answer carryOut(String command, String rest) throws SessionException, IOException {
        switch (command) {
            case "", "c", "cont", "continue", "resume!" -> {
                return Answer.GO_ON;
            }
            case "q", "quit", "exit" -> {
                return Answer.LEAVE;
            }
            case "w", "where", "bt" -> text.stack(paused.frames(), frame);
            case "up" -> choose(frame + 1);
            case "down" -> choose(frame - 1);
            case "f", "frame" -> choose(number(rest));
            case "l", "locals" -> text.locals(paused.locals(frame));
            case "list", "look" ->
                text.variables(paused.look(frame, rest.isEmpty() ? List.of() : List.of(rest.split("/"))));
            case "p", "print" -> out.println(" " + rest + " = " + paused.evaluate(frame, rest));
            case "s", "step" -> move(() -> paused.step(Step.INTO));
            case "n", "next" -> move(() -> paused.step(Step.OVER));
            case "finish", "out" -> move(() -> paused.step(Step.OUT));
            case "until" -> move(() -> paused.runTo(paused.frames().get(frame).className(), number(rest)));
            case "limit" -> limit(rest);
            case "gc" -> collect();
            case "histogram" ->
                session.histogram(false).lines().limit(HISTOGRAM_ROWS).forEach(out::println);
            case "threads" -> out.println(session.threadDump());
            case "dump" -> dump(rest);
            case "suspend" -> others(true);
            case "resume" -> others(false);
            case "d", "debugger" -> debugger();
            case "h", "help", "?" -> out.print(HELP);
            default -> out.println("'" + command + "' is no command here; type help");
        }
        return Answer.ASK_AGAIN;
    }

    private void choose(int wanted) throws SessionException {
        if (wanted < 0 || wanted >= paused.frames().size()) {
            throw new SessionException("there is no frame " + wanted + "; the stack has "
                    + paused.frames().size());
        }
        frame = wanted;
        out.println("frame " + frame + ": " + TripText.describe(paused.frames().get(frame)));
    }

    private static int number(String text) {
        if (!text.matches("\\d{1,7}")) {
            throw new IllegalArgumentException("'" + text + "' is not a number");
        }
        return Integer.parseInt(text);
    }

    private interface Move {
        void run() throws SessionException;
    }

    private void move(Move move) throws SessionException {
        if (!paused.inDebugger()) {
            throw new SessionException("A parked thread cannot step: that needs a target started with a debugger, "
                    + session.maxMem().restartWithDebugger());
        }
        frame = 0;
        move.run();
        out.println(PausedCommands.place(paused));
    }

    private void limit(String size) throws SessionException {
        Trip trip = paused.trip();
        LimitSize wanted = LimitSize.parse(size);
        MaxMem.Memory memory = wanted.memory() == null ? LimitSize.memory(trip.memory()) : wanted.memory();
        MaxMem.Action action = paused.inDebugger() ? MaxMem.Action.JDWP : MaxMem.Action.PARK;
        MaxMem.Limit before = session.maxMem().last(memory);
        session.maxMem()
                .arm(new MaxMem.Limit(
                        wanted.bytes(),
                        wanted.percent(),
                        memory,
                        action,
                        before == null ? MaxMem.Limit.WINDOW : before.window(),
                        before != null && before.includeChildren()));
        for (MaxMem.Limit each : session.maxMem().limits()) {
            out.println(each.memory().name().toLowerCase(Locale.ROOT) + " is limited to "
                    + MemorySize.format(each.bytes()));
        }
    }

    private void collect() throws SessionException {
        session.refresh();
        long before = session.latest().heapUsed();
        session.collect();
        session.refresh();
        out.println("used heap " + MemorySize.format(before) + ", after the GC "
                + MemorySize.format(session.latest().heapUsed()));
    }

    private void dump(String file) throws SessionException, IOException {
        if (file.isEmpty()) {
            files.dump(false, false);
        } else {
            files.dump(Path.of(file).toAbsolutePath(), false, file.endsWith(".gz"));
        }
    }

    private void others(boolean suspended) throws SessionException {
        paused.suspendOthers(suspended);
        out.println(suspended ? "all other threads are suspended" : "only this thread is suspended");
    }

    private void debugger() throws SessionException {
        out.println(paused.handOver());
        out.println("The thread waits on its line. In the other debugger: suspend \""
                + paused.trip().thread()
                + "\" to look at it; cont here lets it go. When the other debugger leaves, Heapline takes it back.");
    }
}

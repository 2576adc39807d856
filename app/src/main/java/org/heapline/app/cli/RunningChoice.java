package org.heapline.app.cli;

import java.util.stream.Collectors;
import org.heapline.client.Running;
import org.heapline.client.RunningFramesException;
import org.heapline.client.Session;
import picocli.CommandLine.Option;

/** What {@code attach} does with classes of which a frame is running; one of the two at most. */
final class RunningChoice {
    @Option(
            names = "--force",
            description = {
                "Profile also classes of which a method is running that may never return, such as a main with the"
                        + " program's loop in it. That call is not counted, and stays 7 to 17 times slower until it"
                        + " returns, even after detaching."
            })
    private boolean force;

    @Option(
            names = "--skip-running",
            description = "Leave such classes out; they are listed among the problems. With neither, nothing is done.")
    private boolean skipRunning;

    /** As the options say. */
    Running running() {
        if (force) {
            return Running.FORCE;
        }
        return skipRunning ? Running.LEAVE_OUT : Running.ASK;
    }

    /** What to tell a user who has to choose. */
    static CommandFailure unanswered(RunningFramesException question) {
        return new CommandFailure(
                ExitCode.TARGET,
                question.getMessage()
                        + "; nothing was changed, for such a call is not counted and stays 7 to 17 times slower until it"
                        + " returns, even after detaching: choose --skip-running to leave the class out, or --force to"
                        + " profile it all the same",
                question);
    }

    /** Says what was left out. */
    static void say(Session session, Terminal terminal) {
        if (!session.leftOut().isEmpty()) {
            terminal.say("left out, because a method of it is running: "
                    + session.leftOut().stream().sorted().collect(Collectors.joining(", ")));
        }
    }
}

package org.heapline.app.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.heapline.client.AttachException;
import org.heapline.client.SessionException;
import picocli.CommandLine.Command;

/** {@code heapline demo}: the bundled leaking program, profiled at once. */
@Command(
        name = "demo",
        description = {
            "Starts the bundled leaking program in a JVM of its own, attaches to it and shows it.",
            "With a display: in the desktop window. Without one: for about ten seconds in the terminal, with a report and a"
                    + " picture of the window in heapline-demo/."
        },
        mixinStandardHelpOptions = true,
        versionProvider = HeaplineCommand.Version.class)
final class DemoCommand implements Callable<Integer> {
    private final Context context;
    private final Desktop desktop;

    DemoCommand(Context context, Desktop desktop) {
        this.context = context;
        this.desktop = desktop;
    }

    @Override
    public Integer call() throws IOException, AttachException, SessionException, CommandFailure {
        context.terminal().say("starting the demo program in a JVM of its own");
        try (DemoTarget demo = DemoTarget.start()) {
            if (desktop.hasDisplay()) {
                return desktop.openAttachedTo(demo.pid());
            }
            context.terminal().say("there is no display, so the terminal shows it: about ten seconds");
            return new TerminalDemo(context, desktop).run(demo);
        }
    }
}

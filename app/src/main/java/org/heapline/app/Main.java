package org.heapline.app;

import org.heapline.app.cli.Context;
import org.heapline.app.cli.HeaplineCommand;
import org.heapline.app.cli.Interruption;
import org.heapline.app.cli.Terminal;
import org.heapline.app.desktop.DesktopWindow;
import org.heapline.client.local.LocalAttacher;

/** Where the program starts. It knows nothing of JavaFX, so that a command that prints and ends never loads it. */
public final class Main {
    private Main() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) {
        Interruption interruption = new Interruption();
        interruption.install();
        Context context = new Context(Terminal.system(), new LocalAttacher(), interruption);
        int code = HeaplineCommand.commandLine(
                        context, new DesktopWindow(context.attacher(), SettingsFolder.ofThisUser()))
                .execute(args);
        interruption.finish(code);
        System.exit(code);
    }
}

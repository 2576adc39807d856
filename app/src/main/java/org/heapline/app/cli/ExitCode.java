package org.heapline.app.cli;

/** How the command line ends. Scripts rely on these numbers. */
public final class ExitCode {
    /** All went well; also when Ctrl-C ended an attachment and the report was written. */
    public static final int DONE = 0;
    /** Something on this side failed: a file, a snapshot, the display. */
    public static final int FAILED = 1;
    /** The command line could not be understood. */
    public static final int USAGE = 2;
    /** The target refused, or vanished before anything was measured. */
    public static final int TARGET = 3;
    /** MAXMEM tripped and {@code --on-max-mem exit} was given. */
    public static final int MAX_MEM = 4;

    private ExitCode() {}
}

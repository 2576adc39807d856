package org.heapline.app.cli;

/** What {@code --on-max-mem} can ask for. */
enum TripAction {
    /** The thread waits in the agent until it is released. */
    PARK,
    /** The thread is stopped in the debugger. */
    JDWP,
    /** A heap dump is written while the thread stands. */
    DUMP,
    /** A snapshot file is written while the thread stands. */
    SNAPSHOT,
    /** The report shows the moment of the trip. */
    REPORT,
    /** The program is released, Heapline detaches and ends with {@link ExitCode#MAX_MEM}. */
    EXIT
}

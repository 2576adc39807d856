package org.heapline.client;

/**
 * What becomes of classes that are to be profiled while a frame of theirs is running. Such a frame keeps its old code:
 * its lines are not counted, and it stays in the interpreter, 7 to 17 times slower, until it returns, also after
 * detaching.
 */
public enum Running {
    /** Nothing is changed; attaching fails with a {@link RunningFramesException} that names them. */
    ASK,
    /** They are profiled all the same, from the next call on. */
    FORCE,
    /** They are left as they are and named among the problems; everything else is profiled. */
    LEAVE_OUT
}

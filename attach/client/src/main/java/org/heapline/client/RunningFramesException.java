package org.heapline.client;

import java.util.List;
import java.util.stream.Collectors;
import org.heapline.protocol.RunningFrame;

/** Classes to be profiled have frames that may never return; nothing was changed in the target. */
public final class RunningFramesException extends AttachException {
    private static final long serialVersionUID = 1;
    private static final int NAMED = 3;

    private final transient List<RunningFrame> frames;

    /**
     * @param target as in messages: {@code PID 4711 (Main)}
     * @param frames at least one
     */
    public RunningFramesException(String target, List<RunningFrame> frames) {
        super(target + " is running " + named(frames) + ", whose class is to be profiled");
        this.frames = List.copyOf(frames);
    }

    private static String named(List<RunningFrame> frames) {
        String first = frames.stream().limit(NAMED).map(RunningFrame::toString).collect(Collectors.joining(", "));
        return frames.size() <= NAMED ? first : first + " and " + (frames.size() - NAMED) + " more";
    }

    /** The frames, in no particular order. */
    public List<RunningFrame> frames() {
        return frames;
    }
}

package org.heapline.views.paused;

import org.heapline.profile.Trip.Frame;
import org.heapline.views.text.ClassNames;
import org.jspecify.annotations.Nullable;

/**
 * A row of the stack: one frame, or a run of library frames drawn as one.
 *
 * @param index of the frame, innermost 0; of the first one for a run
 * @param frame the frame; null for a run
 * @param count how many frames the row stands for
 * @param own whether the frame is the program's own code
 */
public record FrameRow(int index, @Nullable Frame frame, int count, boolean own) {
    static FrameRow of(int index, Frame frame, boolean own) {
        return new FrameRow(index, frame, 1, own);
    }

    static FrameRow run(int index, int count) {
        return new FrameRow(index, null, count, false);
    }

    /** {@code Cart.Item.add}; {@code Cart (lambda)} for the class that the JVM makes for a lambda. */
    static String name(Frame frame) {
        int lambda = frame.className().indexOf("$$Lambda");
        String className = lambda < 0 ? frame.className() : frame.className().substring(0, lambda);
        String simple = ClassNames.simple(className);
        return lambda < 0 ? simple + "." + frame.method() : simple + " (lambda)";
    }
}

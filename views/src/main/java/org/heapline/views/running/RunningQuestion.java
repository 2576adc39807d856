package org.heapline.views.running;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.heapline.protocol.RunningFrame;
import org.heapline.views.text.Messages;

/**
 * Methods that may never return are running in classes that are to be profiled: what is to be done?
 *
 * @param target the name of the program
 * @param frames at least one
 * @param profileAnyway changes the classes all the same
 * @param leaveOut profiles everything but these classes
 */
public record RunningQuestion(String target, List<RunningFrame> frames, Runnable profileAnyway, Runnable leaveOut) {
    public RunningQuestion {
        frames = List.copyOf(frames);
    }

    /**
     * A running method as it is shown.
     *
     * @param method class and method
     * @param place line and thread, or how many threads
     */
    public record Row(String method, String place) {}

    /** A row a method, however many threads are in it. */
    List<Row> rows() {
        Map<String, List<RunningFrame>> methods = new LinkedHashMap<>();
        for (RunningFrame frame : frames) {
            methods.computeIfAbsent(frame.getClassName() + "#" + frame.getMethod(), name -> new ArrayList<>())
                    .add(frame);
        }
        return methods.entrySet().stream()
                .map(each -> new Row(each.getKey(), place(each.getValue())))
                .toList();
    }

    private static String place(List<RunningFrame> threads) {
        RunningFrame first = threads.get(0);
        if (threads.size() > 1) {
            return Messages.text("running.threads", threads.size());
        }
        return first.getLine() < 0
                ? Messages.text("running.thread", first.getThread())
                : Messages.text("running.line", Integer.toString(first.getLine()), first.getThread());
    }
}

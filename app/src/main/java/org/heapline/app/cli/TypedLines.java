package org.heapline.app.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Lines from the user, read on a daemon thread so that waiting for one can be given up. */
final class TypedLines {
    /** A line, or the end of the input. */
    record Line(String text, boolean atEnd) {}

    private static final Line END = new Line("", true);

    private final InputStream in;
    private final BlockingQueue<Line> lines = new LinkedBlockingQueue<>();
    private boolean reading;
    private boolean over;

    TypedLines(InputStream in) {
        this.in = in;
    }

    /** The next line; null if none came in time. Reading begins with the first call. */
    @Nullable
    Line poll(long time, TimeUnit unit) {
        if (over) {
            return END;
        }
        if (!reading) {
            reading = true;
            Thread reader = new Thread(this::read, "heapline-commands");
            reader.setDaemon(true);
            reader.start();
        }
        try {
            Line line = lines.poll(time, unit);
            over = line != null && line.atEnd();
            return line;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return END;
        }
    }

    private void read() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, Charset.defaultCharset()))) {
            String line;
            while ((line = reader.readLine()) != null) {
                lines.add(new Line(line, false));
            }
        } catch (IOException e) {
            // A terminal that was closed says the same as one that has come to its end.
            lines.add(END);
            return;
        }
        lines.add(END);
    }
}

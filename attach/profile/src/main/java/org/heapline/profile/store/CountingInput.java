package org.heapline.profile.store;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;

/** Knows how many bytes were read, to say where a file is damaged. Ends with its thread's interruption. */
final class CountingInput extends FilterInputStream {
    private long count;

    CountingInput(InputStream in) {
        super(in);
    }

    long count() {
        return count;
    }

    private static void goOn() throws InterruptedIOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("reading was cancelled");
        }
    }

    @Override
    public int read() throws IOException {
        goOn();
        int read = super.read();
        count += read < 0 ? 0 : 1;
        return read;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        goOn();
        int read = super.read(buffer, from, length);
        count += Math.max(read, 0);
        return read;
    }
}

package org.heapline.app.desktop;

import java.io.IOException;
import java.nio.file.Path;
import org.heapline.app.cli.Desktop;
import org.heapline.client.Session;

/** The real window. */
public final class DesktopWindow implements Desktop {
    private final Path settings;

    public DesktopWindow(Path settings) {
        this.settings = settings;
    }

    @Override
    public boolean hasDisplay() {
        return false;
    }

    @Override
    public int open() {
        return 1;
    }

    @Override
    public int openAttachedTo(long pid) {
        return 1;
    }

    @Override
    public void picture(Session session, Picture picture, Path file) throws IOException {
        throw new IOException("no picture of " + session.process().name() + settings);
    }
}

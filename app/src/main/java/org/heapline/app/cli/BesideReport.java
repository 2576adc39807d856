package org.heapline.app.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.heapline.client.Session;
import org.heapline.client.trip.TripFiles;
import org.jspecify.annotations.Nullable;

/** The files of a trip stand beside the report; what is to be said goes to the terminal. */
final class BesideReport implements TripFiles.Outlet {
    private final Session session;
    private final Reports reports;
    private final Terminal terminal;

    BesideReport(Session session, Reports reports, Terminal terminal) {
        this.session = session;
        this.reports = reports;
        this.terminal = terminal;
    }

    @Override
    public Path folder() {
        Path report = reports.file();
        return report == null
                ? Path.of("").toAbsolutePath()
                : report.toAbsolutePath().resolveSibling("").toAbsolutePath();
    }

    @Override
    public String name() {
        @Nullable Path report = reports.file();
        if (report == null) {
            return "heapline-" + session.process().pid();
        }
        String name = String.valueOf(report.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    @Override
    public void saveSnapshot(Path file) throws IOException {
        reports.save(session, file);
    }

    @Override
    public void say(String message) {
        terminal.say(message);
    }

    @Override
    public void failed(String message) {
        terminal.say(message);
    }

    @Override
    public OutputStream output() {
        return terminal.messages();
    }
}

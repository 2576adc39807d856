package org.heapline.app.cli;

import org.heapline.client.Session;
import org.heapline.profile.Snapshot;

/** Finds the source text of what a session measured. */
final class SessionSources {
    private final Session session;

    SessionSources(Session session) {
        this.session = session;
    }

    Snapshot addTo(Snapshot snapshot) {
        return snapshot.withSources(session.snapshot().sources());
    }
}

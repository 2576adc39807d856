package org.heapline.app.cli;

import org.heapline.client.Session;
import org.heapline.profile.Snapshot;

/** Finds the source text of what a session measured. */
final class SessionSources {
    private final Session session;
    private final boolean targetIsThere;

    private SessionSources(Session session, boolean targetIsThere) {
        this.session = session;
        this.targetIsThere = targetIsThere;
    }

    static SessionSources of(Session session, boolean targetIsThere) {
        return new SessionSources(session, targetIsThere);
    }

    Snapshot addTo(Snapshot snapshot) {
        return snapshot;
    }
}

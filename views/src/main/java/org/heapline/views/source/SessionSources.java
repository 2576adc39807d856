package org.heapline.views.source;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.heapline.client.Session;
import org.heapline.client.SessionException;
import org.heapline.client.SourcePlaces;
import org.heapline.profile.Snapshot;
import org.heapline.profile.source.SourceFinder;
import org.heapline.profile.source.SourceRoots;
import org.heapline.profile.source.SourceSearch;
import org.heapline.views.session.SelectedLine;
import org.heapline.views.session.SessionViewModel;
import org.heapline.views.settings.Preferences;
import org.heapline.views.text.Messages;
import org.jspecify.annotations.Nullable;

/** The sources of one session: those saved with a snapshot, else what is found for the target, else decompiled. */
public final class SessionSources implements SourceLookup {
    private static final System.Logger LOG = System.getLogger(SessionSources.class.getName());

    private final SourceFolders folders;
    private final Map<String, String> saved;
    private final SourceFinder finder;

    private SessionSources(SourceFolders folders, Map<String, String> saved, SourceFinder finder) {
        this.folders = folders;
        this.saved = saved;
        this.finder = finder;
    }

    /** The sources of what a tab shows. */
    public static SessionSources of(SessionViewModel session) {
        return of(session, new Preferences());
    }

    /**
     * The sources of what a tab shows.
     *
     * @param preferences where the folders that the user has added are kept
     */
    public static SessionSources of(SessionViewModel session, Preferences preferences) {
        Session target = session.session();
        SourcePlaces places = target == null ? new SourcePlaces(List.of(), null, null) : target.sourcePlaces();
        SourceFolders folders = new SourceFolders(preferences);
        SourceRoots roots =
                new SourceRoots(folders.all(), places.classPath(), places.workingFolder(), places.javaHome());
        return new SessionSources(
                folders, session.snapshot().sources(), new SourceFinder(roots, name -> classFile(target, name)));
    }

    private static byte[] classFile(@Nullable Session target, String className) {
        if (target == null) {
            return new byte[0];
        }
        try {
            return target.classFile(className);
        } catch (SessionException gone) {
            // The answer of the search says that there is no class file; why is of interest only to us.
            LOG.log(System.Logger.Level.DEBUG, "No class file of " + className, gone);
            return new byte[0];
        }
    }

    @Override
    public SourceState find(SelectedLine place) {
        String kept = saved.get(place.file());
        if (kept != null) {
            return new SourceState.Shown(
                    SourceText.of(Messages.text("source.origin.snapshot"), place.file(), false, kept));
        }
        finder.userRoots(folders.all());
        SourceSearch search = finder.find(place.className(), place.file(), place.location());
        var found = search.found();
        if (found == null) {
            return new SourceState.NotFound(place.className(), Looked.at(search.looked()));
        }
        String origin = found.decompiled()
                ? Messages.text("source.origin.decompiled")
                : shortOrigin(found.origin(), place.className());
        String full = found.decompiled()
                ? Messages.text("source.decompiled.why", String.join("\n", search.looked()))
                : found.origin();
        return new SourceState.Shown(SourceText.of(origin, full, found.decompiled(), found.text()));
    }

    /** The snapshot with the sources of its profiled methods. Blocks while they are looked for. */
    public Snapshot into(Snapshot snapshot) {
        return saved.isEmpty() ? finder.withSources(snapshot) : snapshot.withSources(saved);
    }

    /**
     * The part of an origin that a user recognises: {@code orders-sources.jar} for an entry of that archive, {@code
     * src/main/java} for a file below such a folder.
     */
    static String shortOrigin(String origin, String className) {
        int entry = origin.indexOf('!');
        if (entry >= 0) {
            String archive = origin.substring(0, entry).replace('\\', '/');
            return archive.substring(archive.lastIndexOf('/') + 1);
        }
        Path path = Path.of(origin);
        int depth = (int) className.chars().filter(c -> c == '.').count() + 1;
        int rest = path.getNameCount() - depth;
        if (rest <= 0) {
            return origin;
        }
        return path.subpath(Math.max(0, rest - 3), rest).toString();
    }

    @Override
    public SourceFolders folders() {
        return folders;
    }
}

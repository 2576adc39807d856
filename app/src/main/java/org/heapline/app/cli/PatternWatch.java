package org.heapline.app.cli;

import java.util.ArrayList;
import java.util.List;
import org.heapline.client.Session;
import org.heapline.client.SessionException;
import org.heapline.profile.MethodStats;
import org.heapline.profile.NearestNames;
import org.heapline.profile.Problem;
import org.heapline.profile.Snapshot;
import org.heapline.protocol.MethodPattern;

/** Tells the user about patterns that match nothing yet, once, with the nearest names. */
final class PatternWatch {
    private static final int SUGGESTIONS = 3;
    private static final int METHODS = 8;

    /** Own classes come first, so that they are among them. */
    private static final int CANDIDATES = 5000;

    private final Session session;
    private final List<MethodPattern> patterns;
    private final Terminal terminal;
    private boolean told;

    PatternWatch(Session session, List<String> patterns, Terminal terminal) {
        this.session = session;
        this.patterns = patterns.stream().map(MethodPattern::parse).toList();
        this.terminal = terminal;
    }

    /** Looks once the target has done what was asked; returns at once while it has not. */
    void look(LiveLine live) {
        if (told
                || patterns.isEmpty()
                || session.progress().getGeneration() == 0
                || session.progress().isBusy()) {
            return;
        }
        told = true;
        for (MethodPattern pattern : unmatched(session.snapshot())) {
            live.clear();
            terminal.say("'" + pattern + "' matches nothing that is loaded; watching for it" + suggestion(pattern));
        }
    }

    /** The snapshot, with a problem for each pattern that matched nothing to the end. */
    Snapshot noted(Snapshot snapshot) {
        List<Problem> problems = new ArrayList<>(snapshot.problems());
        for (MethodPattern pattern : unmatched(snapshot)) {
            String what = pattern.toString();
            if (problems.stream().noneMatch(problem -> problem.what().equals(what))) {
                problems.add(new Problem(what, "the pattern matched no method of any class that was loaded"));
            }
        }
        return snapshot.withProblems(problems);
    }

    /** An annotation cannot be told from names: it counts as unmatched only when nothing at all is profiled. */
    private List<MethodPattern> unmatched(Snapshot snapshot) {
        return patterns.stream()
                .filter(pattern -> pattern.isAnnotation()
                        ? snapshot.methods().isEmpty()
                        : snapshot.methods().stream().noneMatch(method -> matches(pattern, method)))
                .toList();
    }

    private static boolean matches(MethodPattern pattern, MethodStats method) {
        return pattern.matchesClass(method.className()) && pattern.matchesMethod(method.method());
    }

    /** The nearest names, as a remark in brackets; empty if nothing is near. */
    private String suggestion(MethodPattern pattern) {
        String text = pattern.toString();
        if (pattern.isAnnotation()) {
            return "";
        }
        int hash = text.indexOf('#');
        String owner = hash < 0 ? text : text.substring(0, hash);
        try {
            if (hash >= 0
                    && !owner.contains("*")
                    && session.findClasses(owner, CANDIDATES).contains(owner)) {
                return methods(owner, text.substring(hash + 1));
            }
            List<String> names = NearestNames.ofClasses(text, session.findClasses("", CANDIDATES), SUGGESTIONS);
            return names.isEmpty() ? "" : " (loaded is: " + String.join(", ", names) + ")";
        } catch (SessionException e) {
            // Only a courtesy: without it the message is complete.
            return "";
        }
    }

    private String methods(String owner, String wanted) throws SessionException {
        List<String> all = session.methodsOf(owner).stream()
                .map(method -> method.substring(0, method.indexOf('(')))
                .distinct()
                .toList();
        List<String> near = NearestNames.of(wanted, all, SUGGESTIONS);
        List<String> named = near.isEmpty() ? all.stream().limit(METHODS).toList() : near;
        return named.isEmpty() ? "" : " (" + owner + " has: " + String.join(", ", named) + ")";
    }
}

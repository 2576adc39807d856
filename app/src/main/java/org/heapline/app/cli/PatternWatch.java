package org.heapline.app.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.heapline.client.Session;
import org.heapline.client.SessionException;
import org.heapline.profile.MethodStats;
import org.heapline.profile.NearestNames;
import org.heapline.profile.Problem;
import org.heapline.profile.Snapshot;
import org.heapline.protocol.MethodPattern;

/** Tells the user about patterns that match nothing yet, and of those that never did, with the nearest names. */
final class PatternWatch {
    private static final String ON_CLASS_PATH = "the class path has";
    private static final int SUGGESTIONS = 3;
    private static final int METHODS = 8;

    /** Own classes come first, so that they are among them. */
    private static final int CANDIDATES = 5000;

    private final Session session;
    private final List<MethodPattern> patterns;
    private final Terminal terminal;
    private final Set<Problem> said = new HashSet<>();
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
            terminal.say("'" + pattern + "' matches nothing that is loaded yet; watching for it" + suggestion(pattern));
        }
    }

    /** The snapshot, with a problem for each pattern that matched nothing to the end; says them. */
    Snapshot noted(Snapshot snapshot) {
        List<Problem> problems = new ArrayList<>(snapshot.problems());
        for (MethodPattern pattern : unmatched(snapshot)) {
            String nothing = snapshot.complete()
                    ? "the pattern matched no method of any class that was loaded"
                    : "the pattern had matched nothing when the program was last heard of";
            Problem problem = new Problem(pattern.toString(), nothing + suggestion(pattern));
            problems.add(problem);
            said.add(problem);
            terminal.say(problem.what() + ": " + problem.why());
        }
        return snapshot.withProblems(problems);
    }

    /** The problems that {@link #noted} has said. */
    Set<Problem> said() {
        return said;
    }

    /** An annotation cannot be told from names: it counts as unmatched only when nothing at all is profiled. */
    private List<MethodPattern> unmatched(Snapshot snapshot) {
        return patterns.stream()
                .filter(pattern -> pattern.isAnnotation()
                        ? snapshot.methods().isEmpty()
                        : snapshot.methods().stream().noneMatch(method -> matches(pattern, method))
                                && !matchesUnprofiled(pattern, snapshot))
                .toList();
    }

    private static boolean matches(MethodPattern pattern, MethodStats method) {
        return pattern.matchesClass(method.className()) && pattern.matchesMethod(method.method());
    }

    /** Whether it matches what is there but cannot be profiled, or is not to be: that has a reason of its own. */
    private boolean matchesUnprofiled(MethodPattern pattern, Snapshot snapshot) {
        return session.leftOut().stream().anyMatch(pattern::matchesClass)
                || snapshot.problems().stream().anyMatch(problem -> isAbout(problem.what(), pattern));
    }

    private static boolean isAbout(String what, MethodPattern pattern) {
        int hash = what.indexOf('#');
        return what.equals(pattern.toString())
                || pattern.matchesClass(hash < 0 ? what : what.substring(0, hash))
                        && (hash < 0 || pattern.matchesMethod(what.substring(hash + 1)));
    }

    /** The nearest names, as a remark in brackets; empty if nothing is near. */
    private String suggestion(MethodPattern pattern) {
        String text = pattern.toString();
        if (pattern.isAnnotation()) {
            return "";
        }
        int hash = text.indexOf('#');
        String owner = hash < 0 ? text : text.substring(0, hash);
        boolean lost = session.state() == Session.State.LOST;
        try {
            if (!lost
                    && hash >= 0
                    && !owner.contains("*")
                    && session.findClasses(owner, CANDIDATES).contains(owner)) {
                return methods(owner, text.substring(hash + 1));
            }
            Set<String> loaded = new LinkedHashSet<>(lost ? List.of() : session.findClasses("", CANDIDATES));
            List<String> meant = onClassPath(name -> pattern.matchesClass(name) && !loaded.contains(name), SUGGESTIONS);
            if (!meant.isEmpty()) {
                return named(ON_CLASS_PATH, meant);
            }
            return lost
                    ? named(
                            ON_CLASS_PATH,
                            NearestNames.ofClasses(text, onClassPath(any -> true, CANDIDATES), SUGGESTIONS))
                    : named("loaded is", NearestNames.ofClasses(text, loaded, SUGGESTIONS));
        } catch (SessionException e) {
            // Only a courtesy: without it the message is complete.
            return "";
        }
    }

    private List<String> onClassPath(Predicate<String> wanted, int most) {
        return ClassPathNames.of(session.sourcePlaces().classPath(), wanted, most);
    }

    private String methods(String owner, String wanted) throws SessionException {
        List<String> all = session.methodsOf(owner).stream()
                .map(method -> method.substring(0, method.indexOf('(')))
                .distinct()
                .toList();
        List<String> near = NearestNames.of(wanted, all, SUGGESTIONS);
        List<String> named = near.isEmpty() ? all.stream().limit(METHODS).toList() : near;
        return named(owner + " has", named);
    }

    private static String named(String where, List<String> names) {
        return names.isEmpty() ? "" : " (" + where + ": " + String.join(", ", names) + ")";
    }
}

package org.heapline.views.picker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.heapline.client.Session;
import org.heapline.client.SessionException;
import org.heapline.profile.NearestNames;
import org.heapline.profile.Problem;
import org.heapline.protocol.MethodPattern;
import org.heapline.views.session.SessionViewModel;
import org.heapline.views.text.Messages;

/** Choosing what is profiled: a search over the target's loaded classes, a tree of them, and a field for patterns. */
public final class PickerViewModel {
    /** How many classes are listed at most. */
    static final int LIMIT = 500;

    private static final Duration PAUSE = Duration.ofMillis(150);
    private static final int NEAREST = 3;

    private final SessionViewModel session;
    private final Executor later;
    private final StringProperty query = new SimpleStringProperty("");
    private final StringProperty pattern = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<List<String>> classes = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Choice> choice;
    private final ReadOnlyStringWrapper found = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper hint = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper patternWrong = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper searching = new ReadOnlyBooleanWrapper();
    private int request;
    private int hintRequest;

    public PickerViewModel(SessionViewModel session) {
        this(session, CompletableFuture.delayedExecutor(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** @param later runs what waits for the user to stop typing */
    PickerViewModel(SessionViewModel session, Executor later) {
        this.session = session;
        this.later = later;
        this.choice =
                new ReadOnlyObjectWrapper<>(new Choice(session.wantedProperty().get()));
        query.addListener((property, was, is) -> typed());
        pattern.addListener((property, was, is) -> readPattern());
        search();
    }

    /** What is looked for. */
    public StringProperty queryProperty() {
        return query;
    }

    /** The loaded classes that were found, application first. */
    public ReadOnlyObjectProperty<List<String>> classesProperty() {
        return classes.getReadOnlyProperty();
    }

    /** How many were found, or that none was. */
    public ReadOnlyStringProperty foundProperty() {
        return found.getReadOnlyProperty();
    }

    /** Whether an answer of the target is awaited. */
    public ReadOnlyBooleanProperty searchingProperty() {
        return searching.getReadOnlyProperty();
    }

    /** What is chosen now. */
    public ReadOnlyObjectProperty<Choice> choiceProperty() {
        return choice.getReadOnlyProperty();
    }

    /** The pattern being written. */
    public StringProperty patternProperty() {
        return pattern;
    }

    /** What is to be said about the pattern: why it is none, that nothing matches it yet, the nearest names. */
    public ReadOnlyStringProperty hintProperty() {
        return hint.getReadOnlyProperty();
    }

    /** Whether what is written is no pattern. */
    public ReadOnlyBooleanProperty patternWrongProperty() {
        return patternWrong.getReadOnlyProperty();
    }

    /** What could not be profiled in this session. */
    public List<Problem> problems() {
        return session.snapshot().problems();
    }

    /** Whether a class name is one that the target's user wrote, as far as the search says. */
    Tick tick(PickNode node) {
        return Tick.of(node, choice.get());
    }

    /** Chooses a row, or takes it back. */
    void toggle(PickNode node, List<String> siblings) {
        Choice now = choice.get();
        if (now.patterns().contains(node.pattern())) {
            choice.set(now.without(node.pattern()));
            return;
        }
        if (node instanceof PickNode.Method method && now.covering(method.className(), method.method()) != null) {
            Choice narrowed = now.withoutMethod(method.className(), method.method(), siblings);
            choice.set(narrowed == null ? now : narrowed);
            return;
        }
        choice.set(new Choice(widened(now, node)));
    }

    /** What the new pattern covers needs no pattern of its own any more. */
    private static List<String> widened(Choice now, PickNode node) {
        Choice alone = new Choice(List.of(node.pattern()));
        List<String> patterns = new ArrayList<>();
        for (String old : now.patterns()) {
            int hash = old.indexOf('#');
            String owner = hash < 0 ? old : old.substring(0, hash);
            boolean covered = !(node instanceof PickNode.Method)
                    && owner.indexOf('*') < 0
                    && owner.charAt(0) != '@'
                    && alone.covering(owner) != null;
            if (!covered) {
                patterns.add(old);
            }
        }
        patterns.add(node.pattern());
        return patterns;
    }

    /** Takes a pattern out. */
    public void remove(String chosen) {
        choice.set(choice.get().without(chosen));
    }

    /** Goes back to the application's own classes. */
    public void chooseOwnClasses() {
        choice.set(new Choice(List.of()));
    }

    /** Takes the written pattern in, if it is one. */
    public void addPattern() {
        String text = pattern.get().strip();
        if (text.isEmpty() || patternWrong.get()) {
            return;
        }
        List<String> wider = new ArrayList<>(choice.get().patterns());
        wider.add(text);
        choice.set(new Choice(wider));
        pattern.set("");
    }

    /** Asks the session for what is chosen. A pattern that is still being written counts, if it is one. */
    public void apply() {
        addPattern();
        session.requests().want(choice.get().patterns());
    }

    /** The names of a class's methods, each once, in the order of the class file. */
    void methodsOf(String className, Consumer<List<String>> then) {
        Session target = session.session();
        if (target == null) {
            return;
        }
        session.background().fetch(() -> names(target.methodsOf(className)), then);
    }

    private static List<String> names(List<String> signatures) {
        Set<String> names = new LinkedHashSet<>();
        for (String signature : signatures) {
            int parenthesis = signature.indexOf('(');
            String name = parenthesis < 0 ? signature : signature.substring(0, parenthesis);
            // What the compiler makes belongs to the method in which it stands.
            if (!name.contains("$")) {
                names.add(name);
            }
        }
        return List.copyOf(names);
    }

    private void typed() {
        int mine = ++request;
        later.execute(() -> session.fx().later(() -> {
            if (mine == request) {
                search();
            }
        }));
    }

    private void search() {
        Session target = session.session();
        if (target == null) {
            return;
        }
        int mine = ++request;
        String text = query.get().strip();
        searching.set(true);
        session.background().fetch(() -> answer(() -> target.findClasses(text, LIMIT)), answer -> {
            if (mine == request) {
                searching.set(false);
                classes.set(answer.names);
                found.set(answer.why.isEmpty() ? count(answer.names.size(), text) : answer.why);
            }
        });
    }

    /** What the target found, or why it did not answer. */
    private record Answer(List<String> names, String why) {}

    private interface Ask {
        List<String> get() throws SessionException;
    }

    private static Answer answer(Ask ask) {
        try {
            return new Answer(List.copyOf(ask.get()), "");
        } catch (SessionException silent) {
            String why = silent.getMessage();
            return new Answer(List.of(), why == null ? Messages.text("picker.noAnswer") : why);
        }
    }

    private static String count(int size, String text) {
        if (size == 0) {
            return Messages.text("picker.found.none", text);
        }
        return Messages.text(size >= LIMIT ? "picker.found.first" : "picker.found", size);
    }

    private void readPattern() {
        int mine = ++hintRequest;
        String text = pattern.get().strip();
        hint.set("");
        patternWrong.set(false);
        if (text.isEmpty()) {
            return;
        }
        MethodPattern read;
        try {
            read = MethodPattern.parse(text);
        } catch (IllegalArgumentException wrong) {
            patternWrong.set(true);
            hint.set(wrong.getMessage() == null ? text : wrong.getMessage());
            return;
        }
        if (!read.isAnnotation()) {
            later.execute(() -> session.fx().later(() -> {
                if (mine == hintRequest) {
                    suggest(text, read, mine);
                }
            }));
        }
    }

    private void suggest(String text, MethodPattern read, int mine) {
        Session target = session.session();
        if (target == null) {
            return;
        }
        session.background().fetch(() -> answer(() -> target.findClasses(stem(text), LIMIT)), answer -> {
            if (mine == hintRequest && answer.names.stream().noneMatch(read::matchesClass)) {
                hint.set(nearest(text, answer.names));
            }
        });
    }

    /** The part of a pattern that stands in every name it matches: up to the first star or hash. */
    private static String stem(String text) {
        int end = 0;
        while (end < text.length() && text.charAt(end) != '*' && text.charAt(end) != '#') {
            end++;
        }
        String stem = text.substring(0, end);
        return stem.endsWith(".") ? stem.substring(0, stem.length() - 1) : stem;
    }

    private String nearest(String pattern, List<String> found) {
        List<String> candidates = new ArrayList<>(found);
        candidates.addAll(classes.get());
        List<String> names = NearestNames.ofClasses(pattern, candidates, NEAREST);
        return names.isEmpty()
                ? Messages.text("picker.hint.none", pattern)
                : Messages.text("picker.hint.nearest", pattern, String.join(", ", names));
    }
}

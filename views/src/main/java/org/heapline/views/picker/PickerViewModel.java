package org.heapline.views.picker;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
import org.heapline.profile.Problem;
import org.heapline.views.session.SessionViewModel;
import org.heapline.views.text.Messages;

/** Choosing what is profiled: a search over the target's loaded classes, a tree of them, and a field for patterns. */
public final class PickerViewModel {
    private final SessionViewModel session;
    private final ClassSearch loaded;
    private final PatternField written;
    private final StringProperty query = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<List<String>> classes = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Choice> choice;
    private final ReadOnlyStringWrapper found = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper searching = new ReadOnlyBooleanWrapper();
    private int request;

    public PickerViewModel(SessionViewModel session) {
        this(session, new ClassSearch(session));
    }

    PickerViewModel(SessionViewModel session, ClassSearch loaded) {
        this.session = session;
        this.loaded = loaded;
        this.written = new PatternField(loaded, classes::get);
        this.choice =
                new ReadOnlyObjectWrapper<>(new Choice(session.wantedProperty().get()));
        query.addListener((property, was, is) -> typed());
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
        return written.textProperty();
    }

    /** What is to be said about the pattern: why it is none, that nothing matches it yet, the nearest names. */
    public ReadOnlyStringProperty hintProperty() {
        return written.hintProperty();
    }

    /** Whether what is written is no pattern. */
    public ReadOnlyBooleanProperty patternWrongProperty() {
        return written.wrongProperty();
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
        String pattern = written.pattern();
        if (pattern.isEmpty()) {
            return;
        }
        List<String> wider = new ArrayList<>(choice.get().patterns());
        wider.add(pattern);
        choice.set(new Choice(wider));
        written.textProperty().set("");
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
        loaded.afterPause(() -> {
            if (mine == request) {
                search();
            }
        });
    }

    private void search() {
        if (!loaded.isPossible()) {
            return;
        }
        int mine = ++request;
        String text = query.get().strip();
        searching.set(true);
        loaded.find(text, answer -> {
            if (mine == request) {
                searching.set(false);
                classes.set(answer.names());
                found.set(answer.why().isEmpty() ? count(answer.names().size(), text) : answer.why());
            }
        });
    }

    private static String count(int size, String text) {
        if (size == 0) {
            return Messages.text("picker.found.none", text);
        }
        return Messages.text(size >= ClassSearch.LIMIT ? "picker.found.first" : "picker.found", size);
    }
}

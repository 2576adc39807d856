package org.heapline.views.picker;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.heapline.profile.NearestNames;
import org.heapline.protocol.MethodPattern;
import org.heapline.views.text.Messages;

/** The field in which a pattern is written: whether it is one, and whether anything matches it yet. */
final class PatternField {
    private static final int NEAREST = 3;

    private final ClassSearch search;
    private final Supplier<List<String>> known;
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper hint = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper wrong = new ReadOnlyBooleanWrapper();
    private int request;

    /** @param known names of classes that may have been meant, besides those that the search finds */
    PatternField(ClassSearch search, Supplier<List<String>> known) {
        this.search = search;
        this.known = known;
        text.addListener((property, was, is) -> read());
    }

    /** The pattern being written. */
    StringProperty textProperty() {
        return text;
    }

    /** What is to be said about it. */
    ReadOnlyStringProperty hintProperty() {
        return hint.getReadOnlyProperty();
    }

    /** Whether what is written is no pattern. */
    ReadOnlyBooleanProperty wrongProperty() {
        return wrong.getReadOnlyProperty();
    }

    /** The pattern that is written; empty if there is none. */
    String pattern() {
        return wrong.get() ? "" : text.get().strip();
    }

    private void read() {
        int mine = ++request;
        String written = text.get().strip();
        hint.set("");
        wrong.set(false);
        if (written.isEmpty()) {
            return;
        }
        MethodPattern pattern;
        try {
            pattern = MethodPattern.parse(written);
        } catch (IllegalArgumentException unreadable) {
            wrong.set(true);
            hint.set(unreadable.getMessage() == null ? written : unreadable.getMessage());
            return;
        }
        if (!pattern.isAnnotation()) {
            search.afterPause(() -> {
                if (mine == request) {
                    suggest(written, pattern, mine);
                }
            });
        }
    }

    private void suggest(String written, MethodPattern pattern, int mine) {
        search.find(stem(written), answer -> {
            if (mine == request && answer.names().stream().noneMatch(pattern::matchesClass)) {
                hint.set(nearest(written, answer.names()));
            }
        });
    }

    /** The part of a pattern that stands in every name it matches: up to the first star or hash. */
    private static String stem(String written) {
        int end = 0;
        while (end < written.length() && written.charAt(end) != '*' && written.charAt(end) != '#') {
            end++;
        }
        String stem = written.substring(0, end);
        return stem.endsWith(".") ? stem.substring(0, stem.length() - 1) : stem;
    }

    private String nearest(String written, List<String> found) {
        List<String> candidates = new ArrayList<>(found);
        candidates.addAll(known.get());
        List<String> names = NearestNames.ofClasses(written, candidates, NEAREST);
        return names.isEmpty()
                ? Messages.text("picker.hint.none", written)
                : Messages.text("picker.hint.nearest", written, String.join(", ", names));
    }
}

package org.heapline.views.source;

import java.util.List;

/** What the source view shows. */
public sealed interface SourceState {
    /** No line has been chosen yet. */
    record Nothing() implements SourceState {}

    /** The text is being looked for. */
    record Loading(String className) implements SourceState {}

    /** The search for the text was cancelled. */
    record GivenUp(String className) implements SourceState {}

    /** The text is there. */
    record Shown(SourceText text) implements SourceState {}

    /**
     * There is no text, not even a decompiled one.
     *
     * @param className the class
     * @param lookedAt every place that was looked at, with what came of it
     */
    record NotFound(String className, List<String> lookedAt) implements SourceState {
        public NotFound {
            lookedAt = List.copyOf(lookedAt);
        }
    }
}

package org.heapline.profile.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a search for a source ended.
 *
 * @param found the text, or null if there is none
 * @param looked everywhere it was looked for before it was found, in order
 */
public record SourceSearch(@Nullable SourceText found, List<String> looked) {
    public SourceSearch {
        looked = List.copyOf(looked);
    }
}

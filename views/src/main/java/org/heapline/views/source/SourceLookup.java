package org.heapline.views.source;

import org.heapline.views.session.SelectedLine;

/** Finds the text of a class. */
public interface SourceLookup {
    /**
     * Looks for a text, or decompiles one. Blocks; not on the JavaFX thread. Never throws for a text that is not there:
     * then the answer says where it looked.
     */
    SourceState find(SelectedLine place);

    /** Where the user wants it to look first. */
    SourceFolders folders();
}

package org.heapline.views.tab;

import org.heapline.views.hotlines.Segment;
import org.heapline.views.source.Editor;

/** What the keys and the palette do in the tab in front. */
public interface TabActions {
    /** Opens the search in the text. */
    void find();

    /** Puts the cursor into the search of the hot lines. */
    void searchHotLines();

    /** Shows the hot lines by line, method, class, package or thread. */
    void showBy(Segment segment);

    /**
     * Puts the table of the hot lines on the clipboard.
     *
     * @param csv whether as records of exact bytes rather than aligned for people
     */
    void copyHotLines(boolean csv);

    /** Asks for a file and writes the chart there as a picture. */
    void saveChart();

    /** Opens the chosen line of the text in another program. */
    void openIn(Editor editor);

    /** Goes to the next hot line of the text, or the one before. */
    void jumpToHot(boolean down);

    /** Goes to what the chosen line of the text calls. */
    void followCall();

    /** Goes back to the place of the source that was looked at before, or on again. */
    void visit(boolean back);

    /** Opens the list of folders in which sources are looked for first. */
    void editSourceFolders();
}

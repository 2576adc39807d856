package org.heapline.views.tab;

/** What the keys and the palette do in the tab in front. */
public interface TabActions {
    /** Opens the search in the text. */
    void find();

    /** Puts the cursor into the search of the hot lines. */
    void searchHotLines();

    /** Goes to the next hot line of the text, or the one before. */
    void jumpToHot(boolean down);

    /** Goes to what the chosen line of the text calls. */
    void followCall();

    /** Goes back to the place of the source that was looked at before, or on again. */
    void visit(boolean back);

    /** Opens the list of folders in which sources are looked for first. */
    void editSourceFolders();
}

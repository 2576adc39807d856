package org.heapline.views.tab;

/** What the keys and the palette do in the tab in front. */
public interface TabActions {
    /** Opens the search in the text. */
    void find();

    /** Puts the cursor into the search of the hot lines. */
    void searchHotLines();

    /** Goes to the next hot line of the text, or the one before. */
    void jumpToHot(boolean down);
}

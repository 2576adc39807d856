package org.heapline.views.paused;

/**
 * A way to look at the line of the stopped thread somewhere else.
 *
 * @param title the name of the other program
 * @param open opens it there; on the JavaFX thread
 */
public record LineLink(String title, Runnable open) {}

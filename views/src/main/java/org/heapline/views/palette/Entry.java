package org.heapline.views.palette;

/**
 * A row of the palette.
 *
 * @param text what it says
 * @param detail where it leads, or what to press
 * @param action what choosing it does
 */
public record Entry(String text, String detail, Runnable action) {}

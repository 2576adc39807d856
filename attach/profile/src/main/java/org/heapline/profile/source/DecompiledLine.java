package org.heapline.profile.source;

/**
 * A line as the decompiler made it.
 *
 * @param text without its end
 * @param original its line in the original source; 0 if unknown
 */
record DecompiledLine(String text, int original) {}

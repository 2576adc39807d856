package org.heapline.profile.source;

/**
 * The text of a source file.
 *
 * @param text with the original line numbers, as far as possible also when decompiled
 * @param origin where it came from, for a user: a path, or {@code archive!entry}
 * @param decompiled whether it was made from the class file
 */
public record SourceText(String text, String origin, boolean decompiled) {}

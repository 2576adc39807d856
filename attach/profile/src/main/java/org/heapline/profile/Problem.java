package org.heapline.profile;

/**
 * Something that could not be profiled.
 *
 * @param what the class, method, pattern or file
 * @param why the reason, a sentence for a user
 */
public record Problem(String what, String why) {}

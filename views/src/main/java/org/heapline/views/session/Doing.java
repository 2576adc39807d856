package org.heapline.views.session;

/**
 * What is going on.
 *
 * @param what is done, in words
 * @param canBeGivenUp whether it can be given up now
 * @param whyNot why it cannot be given up; may be empty
 */
public record Doing(String what, boolean canBeGivenUp, String whyNot) {}

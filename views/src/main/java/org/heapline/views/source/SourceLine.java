package org.heapline.views.source;

import java.util.List;
import org.heapline.profile.source.Token;

/**
 * One line of a source text, ready to be drawn.
 *
 * @param number from 1
 * @param text tabs already widened
 * @param tokens its coloured stretches, in order and without gaps
 */
public record SourceLine(int number, String text, List<Token> tokens) {}

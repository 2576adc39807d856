package org.heapline.app.cli;

import org.heapline.client.Attacher;

/**
 * What every command works with.
 *
 * @param terminal its streams
 * @param attacher how it reaches other JVMs
 * @param interruption how the user stops it
 */
public record Context(Terminal terminal, Attacher attacher, Interruption interruption) {}

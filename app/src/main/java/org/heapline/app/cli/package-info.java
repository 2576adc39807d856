/** The command line: one class a command, data to stdout, messages to stderr, exit codes of {@link ExitCode}. */
@NullMarked
package org.heapline.app.cli;

import org.jspecify.annotations.NullMarked;

/** The parts that all terminal commands share: options, SQL input, text for a terminal, and error handling. */
@NullMarked
package io.duckboard.cli.terminal;

import org.jspecify.annotations.NullMarked;

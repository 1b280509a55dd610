/** What all terminal commands share: options, SQL, text fit for a terminal, and how they fail. */
@NullMarked
package io.duckboard.cli.terminal;

import org.jspecify.annotations.NullMarked;

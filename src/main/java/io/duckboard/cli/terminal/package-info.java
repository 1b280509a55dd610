/** What all terminal commands share: options, output, and how they fail. */
@NullMarked
package io.duckboard.cli.terminal;

import org.jspecify.annotations.NullMarked;

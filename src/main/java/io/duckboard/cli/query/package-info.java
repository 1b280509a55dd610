/** The command {@code duckboard query}: it runs SQL and prints a table for people or text for programs. */
@NullMarked
package io.duckboard.cli.query;

import org.jspecify.annotations.NullMarked;

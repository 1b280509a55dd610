/** The command {@code duckboard benchmark}. */
@NullMarked
package io.duckboard.cli.benchmark;

import org.jspecify.annotations.NullMarked;

/** The subcommands of {@code duckboard transform}. */
@NullMarked
package io.duckboard.cli.transform;

import org.jspecify.annotations.NullMarked;

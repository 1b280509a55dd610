/** The commands {@code duckboard deploy}, {@code status} and {@code destroy}. */
@NullMarked
package io.duckboard.cli.deploy;

import org.jspecify.annotations.NullMarked;

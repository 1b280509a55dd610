/** The command {@code duckboard engine}, which runs only the engine, for other programs to call. */
@NullMarked
package io.duckboard.cli.engine;

import org.jspecify.annotations.NullMarked;

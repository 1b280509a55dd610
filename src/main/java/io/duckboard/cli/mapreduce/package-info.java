/** The command {@code duckboard mapreduce}. */
@NullMarked
package io.duckboard.cli.mapreduce;

import org.jspecify.annotations.NullMarked;

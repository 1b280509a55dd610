/** The same question asked in three ways, timed, and its answers compared. */
@NullMarked
package io.duckboard.bench;

import org.jspecify.annotations.NullMarked;

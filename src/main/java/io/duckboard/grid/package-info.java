/** Answers as grids, whatever columns they have. */
@NullMarked
package io.duckboard.grid;

import org.jspecify.annotations.NullMarked;

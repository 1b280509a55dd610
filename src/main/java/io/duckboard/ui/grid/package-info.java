/** Answers as grids, whatever columns they have. */
@NullMarked
package io.duckboard.ui.grid;

import org.jspecify.annotations.NullMarked;

/** Shows answers with any columns as grids. */
@NullMarked
package io.duckboard.ui.grid;

import org.jspecify.annotations.NullMarked;

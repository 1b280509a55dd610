/** Dashboards as people write them: their filters and tiles, and what is wrong with a file. */
@NullMarked
package io.duckboard.board;

import org.jspecify.annotations.NullMarked;

/** Asks the engine what is in a lake: its tables, columns and partitions, and the summary of a column. */
@NullMarked
package io.duckboard.datapage;

import org.jspecify.annotations.NullMarked;

/** What is in a lake, by asking the engine: tables, columns, partitions, and a column summed up. */
@NullMarked
package io.duckboard.datapage;

import org.jspecify.annotations.NullMarked;

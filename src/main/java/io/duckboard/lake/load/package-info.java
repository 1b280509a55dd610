/** What any load needs: downloads, a DuckDB that writes Parquet files, and somebody to tell how it gets on. */
@NullMarked
package io.duckboard.lake.load;

import org.jspecify.annotations.NullMarked;

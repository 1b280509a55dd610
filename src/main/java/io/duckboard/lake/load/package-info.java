/** What every load needs: downloads, a DuckDB that writes Parquet files, and progress reports. */
@NullMarked
package io.duckboard.lake.load;

import org.jspecify.annotations.NullMarked;

/** Whole answers as files: CSV, Parquet, JSON lines and Excel. */
@NullMarked
package io.duckboard.query.download;

import org.jspecify.annotations.NullMarked;

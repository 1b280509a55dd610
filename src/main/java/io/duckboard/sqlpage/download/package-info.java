/** Whole answers as files: CSV, Parquet, JSON lines and Excel. */
@NullMarked
package io.duckboard.sqlpage.download;

import org.jspecify.annotations.NullMarked;

/** What is in files of other people (text, JSON, Parquet, spreadsheets), read without losing anything of it. */
@NullMarked
package io.duckboard.lake.source;

import org.jspecify.annotations.NullMarked;

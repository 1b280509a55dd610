/** The database in Duckboard's home, where the app keeps what people made; no SQL of theirs can reach it. */
@NullMarked
package io.duckboard.database;

import org.jspecify.annotations.NullMarked;

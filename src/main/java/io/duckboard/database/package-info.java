/** The database in Duckboard's home, in which the app keeps what people create. Their SQL cannot reach it. */
@NullMarked
package io.duckboard.database;

import org.jspecify.annotations.NullMarked;

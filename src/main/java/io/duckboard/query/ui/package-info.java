/** The page where people ask in SQL. */
@NullMarked
package io.duckboard.query.ui;

import org.jspecify.annotations.NullMarked;

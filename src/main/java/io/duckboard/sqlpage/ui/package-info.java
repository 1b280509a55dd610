/** The page where people ask in SQL. */
@NullMarked
package io.duckboard.sqlpage.ui;

import org.jspecify.annotations.NullMarked;

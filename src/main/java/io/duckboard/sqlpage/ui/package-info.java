/** The page where people write queries in SQL. */
@NullMarked
package io.duckboard.sqlpage.ui;

import org.jspecify.annotations.NullMarked;

/** The history of queries: what was asked, when, and how it ended. */
@NullMarked
package io.duckboard.sqlpage.history;

import org.jspecify.annotations.NullMarked;

/** Trips by pickup location: the queries, and what their answers mean. */
@NullMarked
package io.duckboard.dashboard;

import org.jspecify.annotations.NullMarked;

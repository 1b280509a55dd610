/** Filling a lake with a month of taxi trips: where they come from, and what is made of them. */
@NullMarked
package io.duckboard.lake.trips;

import org.jspecify.annotations.NullMarked;

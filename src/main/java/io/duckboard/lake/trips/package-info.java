/** Fills a lake with a month of taxi trips: reads them from a source and makes tables of them. */
@NullMarked
package io.duckboard.lake.trips;

import org.jspecify.annotations.NullMarked;

/** Trips by pickup location: what is asked, and what an answer means. */
@NullMarked
package io.duckboard.dashboard;

import org.jspecify.annotations.NullMarked;

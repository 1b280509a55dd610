/** Provides the pages with the dbt project in its folder: its current state, the current run, and the last one. */
@NullMarked
package io.duckboard.transform.state;

import org.jspecify.annotations.NullMarked;

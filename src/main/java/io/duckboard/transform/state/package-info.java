/** The dbt project in its folder, for the pages: how it is now, the run that is under way, and the last one. */
@NullMarked
package io.duckboard.transform.state;

import org.jspecify.annotations.NullMarked;

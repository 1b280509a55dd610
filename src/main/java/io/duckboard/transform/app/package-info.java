/** The dbt project that lies in a folder, for the pages: read, compiled, run and told of. */
@NullMarked
package io.duckboard.transform.app;

import org.jspecify.annotations.NullMarked;

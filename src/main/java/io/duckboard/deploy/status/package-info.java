/** Reports the status of a deployed engine: its functions, recent errors, and what it has cost this month. */
@NullMarked
package io.duckboard.deploy.status;

import org.jspecify.annotations.NullMarked;

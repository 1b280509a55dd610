/** How a deployed engine is: its functions, what went wrong of late, and what it has cost this month. */
@NullMarked
package io.duckboard.deploy.status;

import org.jspecify.annotations.NullMarked;

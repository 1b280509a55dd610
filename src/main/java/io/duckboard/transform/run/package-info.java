/** Runs a compiled plan through the engine, node by node, publishes what was built, and tells how all of it ended. */
@NullMarked
package io.duckboard.transform.run;

import org.jspecify.annotations.NullMarked;

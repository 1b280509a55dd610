/** Runs a compiled plan through the engine, node by node, publishes the results, and reports how the run ended. */
@NullMarked
package io.duckboard.transform.run;

import org.jspecify.annotations.NullMarked;

/** Runs a compiled plan through the engine, node by node, and shows the lake what came of it. */
@NullMarked
package io.duckboard.transform.run;

import org.jspecify.annotations.NullMarked;

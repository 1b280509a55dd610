/** What became of the calls of the engine: how many, how long, at what price. */
@NullMarked
package io.duckboard.calls;

import org.jspecify.annotations.NullMarked;

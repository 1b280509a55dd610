/** What the Engine page says of the engine and its calls. */
@NullMarked
package io.duckboard.enginepage;

import org.jspecify.annotations.NullMarked;

/** Asks the engine. The app reaches the lake only through this package. */
@NullMarked
package io.duckboard.client;

import org.jspecify.annotations.NullMarked;

/** Asking the engine: the one road from the app to the lake. */
@NullMarked
package io.duckboard.client;

import org.jspecify.annotations.NullMarked;

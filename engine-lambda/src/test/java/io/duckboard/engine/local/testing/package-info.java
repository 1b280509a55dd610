/** Handlers that run in workers, and a client that calls them. */
@NullMarked
package io.duckboard.engine.local.testing;

import org.jspecify.annotations.NullMarked;

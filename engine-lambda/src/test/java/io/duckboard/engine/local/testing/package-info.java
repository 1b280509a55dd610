/** Handlers to run in workers, and a client to call them with. */
@NullMarked
package io.duckboard.engine.local.testing;

import org.jspecify.annotations.NullMarked;

/** Runs Lambda on a laptop: it offers the Invoke API to callers and runs functions in worker processes. */
@NullMarked
package io.duckboard.engine.local;

import org.jspecify.annotations.NullMarked;

/** Lambda on a laptop: the Invoke API in front, worker processes behind. */
@NullMarked
package io.duckboard.engine.local;

import org.jspecify.annotations.NullMarked;

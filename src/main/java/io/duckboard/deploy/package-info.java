/** Brings the engine to AWS, says how it is there, and takes it away again. */
@NullMarked
package io.duckboard.deploy;

import org.jspecify.annotations.NullMarked;

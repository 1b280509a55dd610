/** Handles the engine's package, and the bucket from which Lambda takes it. */
@NullMarked
package io.duckboard.deploy.code;

import org.jspecify.annotations.NullMarked;

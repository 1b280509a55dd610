/**
 * Decides what SQL may run. The package depends only on the protocol and the tokens of SQL, and declares interfaces for
 * the rest.
 */
@NullMarked
package io.duckboard.engine.guard;

import org.jspecify.annotations.NullMarked;

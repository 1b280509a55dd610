/** What SQL may run. Knows the protocol alone and declares what it needs. */
@NullMarked
package io.duckboard.engine.guard;

import org.jspecify.annotations.NullMarked;

/** What SQL may run. Knows the protocol and the tokens of SQL alone, and declares what it needs. */
@NullMarked
package io.duckboard.engine.guard;

import org.jspecify.annotations.NullMarked;
